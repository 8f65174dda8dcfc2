"""A bundle as the stix2 package writes it."""

import stix2

author = stix2.Identity(name="A CERT", identity_class="organization")
person = stix2.Identity(name="Ana Lind", identity_class="individual", created_by_ref=author)
account = stix2.UserAccount(user_id="1001", account_type="gigboard", display_name="Ana")
mail = stix2.EmailAddress(value="ana@example.org", belongs_to_ref=account)
actor = stix2.ThreatActor(name="Silver Set", created_by_ref=author, threat_actor_types=["unknown"])
indicator = stix2.Indicator(
    name="An address",
    created_by_ref=author,
    pattern_type="stix",
    pattern=str(
        stix2.ObservationExpression(
            stix2.EqualityComparisonExpression(
                stix2.ObjectPath("ipv4-addr", ["value"]), "198.51.100.7"
            )
        )
    ),
)
malware = stix2.Malware(name="x", is_family=False)
relationships = [
    stix2.Relationship(indicator, "indicates", actor),
    stix2.Relationship(person, "related-to", account),
]
bundle = stix2.Bundle(
    author, person, account, mail, actor, indicator, malware, *relationships
)
print(bundle.serialize())
