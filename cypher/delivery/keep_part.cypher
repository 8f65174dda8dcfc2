// Keeps one part of what is to be sent; a part that is there already stays, since its name is the digest of the whole.
// One seek in the unique index.
MERGE (c:SkeinDeliveryContent {content: $content, part: toInteger($part)})
ON CREATE SET c.bytes = $bytes
