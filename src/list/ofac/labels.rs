//! The labels that OFAC puts before a value: which of them are facts, which have a legal consequence, and which stand before
//! an identity number.
//!
//! In its XML the label is an element of its own. In the remarks of the CSV family it stands before the value without any
//! sign between the two, so that the labels must be known to tell them apart.

/// Labels of facts without a field of their own.
const FACTS: &[&str] = &[
    "Aircraft Manufacture Date",
    "Aircraft Model",
    "Aircraft Operator",
    "Effective Date",
    "Email",
    "Email Address",
    "Equity Ticker",
    "Fax",
    "Former Vessel Flag",
    "Gender",
    "Issuer Name",
    "Listing Date",
    "Nationality of Registration",
    "Organization Established Date",
    "Organization Type",
    "Other Vessel Call Sign",
    "Other Vessel Flag",
    "Other Vessel Type",
    "Phone Number",
    "Previous Aircraft Tail Number",
    "Purchase/Sales For Divestment Date",
    "Target Type",
    "Telephone",
    "Telephone No.",
    "Vessel Call Sign",
    "Vessel Flag",
    "Vessel Gross Registered Tonnage",
    "Vessel Gross Tonnage",
    "Vessel Owner",
    "Vessel Tonnage",
    "Vessel Type",
    "Vessel Year of Build",
    "Website",
];

/// Beginnings of labels whose value has a legal consequence of its own.
const LEGAL: &[&str] = &[
    "Additional Sanctions Information",
    "CAATSA Section",
    "Executive Order",
    "IFCA Determination",
    "PEESA Information",
    "Secondary sanctions risk",
    "Transactions Prohibited For Persons",
    "United States financial institutions are prohibited",
];

/// Labels of identity and registration numbers: the document types that OFAC's own reference values name (CONS_ENHANCED.XML
/// of 10 January 2025), and those that only stand in the remarks of sdn.csv.
const NUMBERS: &[&str] = &[
    "Afghan Money Service Provider License Number",
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "Aircraft Manufacturer's Serial Number (MSN)",
    "Aircraft Mode S Transponder Code",
    "Aircraft Serial Identification",
    "Aircraft Tail Number",
    "BIK (RU)",
    "Birth Certificate Number",
    "Bosnian Personal ID No.",
    "Branch Unit Number",
    "British National Overseas Passport",
    "Business Number",
    "Business Registration Document #",
    "Business Registration Number",
    "C.I.F.",
    "C.I.N.",
    "C.R. No.",
    "C.U.I.",
    "C.U.I.P.",
    "C.U.I.T.",
    "C.U.R.P.",
    "CNP (Personal Numerical Code)",
    "Cartilla de Servicio Militar Nacional",
    "Cedula No.",
    "Central Registration System Number",
    "Certificate of Incorporation Number",
    "Chamber of Commerce Number",
    "Chinese Commercial Code",
    "Citizen's Card Number",
    "Commercial Registry Number",
    "Company Number",
    "Credencial electoral",
    "D-U-N-S Number",
    "D.N.I.",
    "Diplomatic Passport",
    "Driver's License No.",
    "Dubai Chamber of Commerce Membership No.",
    "Economic Register Number (CBLS)",
    "Electoral Registry No.",
    "Enterprise Number",
    "File Number",
    "Fiscal Code",
    "Folio Mercantil No.",
    "Global Intermediary Identification Number",
    "Government Gazette Number",
    "I.F.E.",
    "ISIN",
    "Identification Number",
    "Immigration No.",
    "Istanbul Chamber of Comm. No.",
    "Italian Fiscal Code",
    "Kenyan ID No.",
    "LE Number",
    "Legal Entity Number",
    "License",
    "MMSI",
    "MSB Registration Number",
    "Matricula Mercantil No",
    "Military Registration Number",
    "Moroccan Personal ID No.",
    "N.I.E.",
    "N.I.F.",
    "NIT #",
    "National Foreign ID Number",
    "National ID No.",
    "Numero Unico de Identificacao Tributaria (NUIT)",
    "Numero de Identidad",
    "Organization Code",
    "Paraguayan tax identification number",
    "Passport",
    "Permit Number",
    "Personal ID Card",
    "Pilot License Number",
    "Public Registration Number",
    "Public Security and Immigration No.",
    "R.F.C.",
    "RFC",
    "RIF #",
    "RSIN",
    "RTN",
    "RUC #",
    "Refugee ID Card",
    "Registered Charity No.",
    "Registration Certificate Number (Dubai)",
    "Registration ID",
    "Registration Number",
    "Residency Number",
    "Romanian C.R.",
    "Romanian Permanent Resident",
    "Romanian Tax Registration",
    "Russian State Individual Business Registration Number Pattern (OGRNIP)",
    "SRE Permit No.",
    "SSN",
    "SWIFT/BIC",
    "Seafarer's Identification Document",
    "Serial No.",
    "Stateless Person ID Card",
    "Stateless Person Passport",
    "Tarjeta Profesional",
    "Tax ID No.",
    "Tazkira National ID Card",
    "Tourism License No.",
    "Trade License No.",
    "Trademark number",
    "Travel Document Number",
    "Turkish Identification Number",
    "UAE Identification",
    "UK Company Number",
    "US FEIN",
    "Unified Social Credit Code (USCC)",
    "United Social Credit Code Certificate (USCCC)",
    "V.A.T. Number",
    "Vessel Registration Identification",
    "VisaNumberID",
];

/// What a label says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A fact.
    Fact,
    /// A remark with a legal consequence of its own.
    Legal,
    /// An identity or registration number.
    Number,
}

/// What a label means, if it is known.
pub fn meaning(label: &str) -> Option<Meaning> {
    if LEGAL.iter().any(|known| label.starts_with(known)) {
        return Some(Meaning::Legal);
    }
    if FACTS.iter().any(|known| after(label, known).is_some()) {
        return Some(Meaning::Fact);
    }
    (label.starts_with(WALLET) || NUMBERS.contains(&label)).then_some(Meaning::Number)
}

/// A known label and what stands after it, when a text begins with one.
pub fn split(text: &str) -> Option<(&str, &str)> {
    if LEGAL.iter().any(|known| text.starts_with(known)) {
        // Where the label ends does not matter: the whole text is shown.
        return Some((text, ""));
    }
    if let Some(rest) = text.strip_prefix(WALLET) {
        // The currency belongs to the label.
        let at = WALLET.len() + rest.find(' ')?;
        return Some((&text[..at], text[at..].trim()));
    }
    let known = FACTS.iter().chain(NUMBERS).filter_map(|known| Some((known, after(text, known)?)));
    let (known, rest) = known.max_by_key(|(known, _)| known.len())?;
    let mut at = known.len();
    // `Listing Date (CMIC)` and `Effective Date (EO 14024 Directive 3):` carry in brackets what they are of.
    if known.ends_with("Date") && rest.trim_start().starts_with('(') {
        at = text.find(')')? + 1;
    }
    let value = text[at..].trim_start_matches(':').trim();
    Some((&text[..at], value)).filter(|_| !value.is_empty())
}

/// What stands after a label that ends where a word does.
fn after<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    text.strip_prefix(label).filter(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
}

/// How the labels of wallet addresses begin.
const WALLET: &str = "Digital Currency Address - ";

/// A label of OFAC's as a sentence begins: `Organization Type` becomes `Organization type`. What stands in brackets and
/// what is no plain word stays as it is.
pub fn sentence_case(label: &str) -> String {
    // Namesieve's own data call it so.
    let label = label.strip_suffix(" Established Date").map_or(label.to_owned(), |what| format!("{what} Established"));
    let mut depth = 0_usize;
    let words = label.split(' ').enumerate().map(|(at, word)| {
        let inside = depth > 0 || word.starts_with('(');
        depth = (depth + word.matches('(').count()).saturating_sub(word.matches(')').count());
        let mut letters = word.chars();
        let plain = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        if at > 0 && plain && word.len() > 1 && !inside { word.to_lowercase() } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_written_as_sentences_begin() {
        for (label, expected) in [
            ("Organization Type", "Organization type"),
            ("Organization Established Date", "Organization established"),
            ("Effective Date (EO 14024 Directive 3)", "Effective date (EO 14024 Directive 3)"),
            ("Website", "Website"),
            ("Previous Aircraft Tail Number", "Previous aircraft tail number"),
        ] {
            assert_eq!(sentence_case(label), expected);
        }
    }
}
