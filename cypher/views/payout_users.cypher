// Finds: how many accounts of the whole graph use a payment account: how rare it is to share it.
// Why:   a payout that three of 400,000 accounts use says more than one that thousands do.
// Cost:  one seek a payment account; up to $most_counted uses are read to count accounts once.
// Limits: beyond that uses are counted, from the node's record: an account may be in it twice, once a purpose.
UNWIND $payments AS id
MATCH (p:PaymentAccount {id: id})
RETURN p.id AS payment,
       CASE WHEN COUNT { (p)<-[:PAID_THROUGH]-() } > $most_counted
            THEN COUNT { (p)<-[:PAID_THROUGH]-() }
            ELSE COUNT { MATCH (a:Account)-[:PAID_THROUGH]->(p) RETURN DISTINCT a }
       END AS users
