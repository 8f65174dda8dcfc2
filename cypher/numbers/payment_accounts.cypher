// Finds: the payment accounts of some accounts.
// Cost:  one seek an account.
UNWIND $accounts AS id
MATCH (:Account {id: id})-[:PAID_THROUGH]->(p:PaymentAccount)
RETURN DISTINCT p.id AS id
