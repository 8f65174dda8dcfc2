// The parts of what is to be sent, in their order.
// One seek by content; 1 MB a part.
MATCH (c:SkeinDeliveryContent {content: $content})
RETURN c.bytes AS bytes ORDER BY c.part
