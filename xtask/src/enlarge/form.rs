//! What an enlargement must know of each official XML format: which elements are records, which of their numbers name
//! something, and which of their texts are a record's own.

/// One format.
pub struct Form {
    /// The local name of the root.
    pub root: &'static str,
    /// The elements that are repeated, those that records point to among them.
    pub records: &'static [&'static str],
    /// The attributes and elements in records that number the record or a part of it, or point to such a number. What points
    /// to reference values is not among them: reference values stand in the file once.
    pub ids: &'static [&'static str],
    /// The texts in which no two records are alike, by the element around them: the first element, or the attribute, of the
    /// second name in each element of the first.
    pub own: &'static [(&'static str, &'static str)],
    /// The element outside the records that says how many there are.
    pub count: Option<&'static str>,
}

/// All formats that can be enlarged.
pub const FORMS: [Form; 7] = [
    Form {
        root: "sdnList",
        records: &["sdnEntry"],
        ids: &["uid"],
        own: &[("sdnEntry", "lastName"), ("aka", "lastName"), ("address", "address1")],
        count: Some("Record_Count"),
    },
    Form {
        root: "Sanctions",
        records: &["Location", "IDRegDocument", "DistinctParty", "ProfileRelationship", "SanctionsEntry"],
        ids: &[
            "ID",
            "FixedRef",
            "ProfileID",
            "From-ProfileID",
            "To-ProfileID",
            "IdentityID",
            "NamePartGroupID",
            "DocumentedNameID",
            "FeatureVersionID",
            "IDRegDocumentID",
            "LocationID",
            "IssuedIn-LocationID",
            "SanctionsEntryID",
        ],
        own: &[("DocumentedName", "NamePartValue"), ("IDRegDocument", "IDRegistrationNo"), ("Location", "Value")],
        count: None,
    },
    Form {
        root: "sanctionsData",
        records: &["entity"],
        ids: &["id", "entityId", "identityId", "versionId"],
        own: &[
            ("translation", "formattedLastName"),
            ("translation", "formattedFullName"),
            ("translation", "value"),
            ("identityDocument", "documentNumber"),
        ],
        count: None,
    },
    Form {
        root: "swiss-sanctions-list",
        records: &["target", "place"],
        ids: &["ssid", "target-id", "place-id"],
        own: &[("name", "value"), ("address", "address-details"), ("identification-document", "number")],
        count: None,
    },
    Form {
        root: "CONSOLIDATED_LIST",
        records: &["INDIVIDUAL", "ENTITY"],
        ids: &["DATAID", "REFERENCE_NUMBER"],
        own: &[("INDIVIDUAL", "FIRST_NAME"), ("ENTITY", "FIRST_NAME")],
        count: None,
    },
    Form {
        root: "Designations",
        records: &["Designation"],
        ids: &["UniqueID", "OFSIGroupID"],
        own: &[("Name", "Name6"), ("Passport", "PassportNumber"), ("Address", "AddressLine1")],
        count: None,
    },
    Form {
        root: "export",
        records: &["sanctionEntity"],
        ids: &["logicalId", "euReferenceNumber"],
        own: &[("nameAlias", "wholeName"), ("nameAlias", "lastName"), ("address", "street")],
        count: None,
    },
];
