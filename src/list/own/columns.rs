//! The columns of a watchlist: which separator divides them and what each one means, by the words of the header (`words`).

use super::SEPARATOR_LINE;
use crate::sheet::words::{self, Meaning};

/// The columns of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// What divides them.
    pub(super) separator: u8,
    /// Their words and meanings, in the order of the file.
    pub(super) all: Vec<(String, Meaning)>,
}

/// What may divide columns.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

impl Columns {
    /// The columns of a file from its beginning, and whether a line that names the separator stands before the header; nothing
    /// for a file whose first row has no name column. Of several separators the one that gives the most columns is taken.
    pub(super) fn recognise(beginning: &str) -> Option<(Columns, bool)> {
        let (first, rest) = beginning.split_once(['\n', '\r']).unwrap_or((beginning, ""));
        let first = first.trim_matches(['"', ' ']);
        if first.to_ascii_lowercase().starts_with(SEPARATOR_LINE) {
            let named = *first.as_bytes().get(SEPARATOR_LINE.len())?;
            return Some((Columns::with(named, rest)?, true));
        }
        let mut best: Option<Columns> = None;
        for separator in SEPARATORS {
            if let Some(columns) = Columns::with(separator, beginning)
                && best.as_ref().is_none_or(|best| columns.all.len() > best.all.len())
            {
                best = Some(columns);
            }
        }
        best.map(|columns| (columns, false))
    }

    fn with(separator: u8, beginning: &str) -> Option<Columns> {
        let header = header(separator, beginning)?;
        let mut all: Vec<(String, Meaning)> = Vec::with_capacity(header.len());
        for (at, word) in header.into_iter().enumerate() {
            let found = words::meaning(&word);
            // A second column of one meaning is kept as a fact, unless it may have several.
            let free = found.is_many() || all.iter().all(|(_, known)| *known != found);
            let label = if word.is_empty() { format!("Column {}", at + 1) } else { word };
            all.push((label, if free { found } else { Meaning::Other }));
        }
        let has = |wanted: Meaning| all.iter().any(|(_, meaning)| *meaning == wanted);
        (has(Meaning::Name) || has(Meaning::Family) && has(Meaning::Given)).then_some(Columns { separator, all })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The columns that are kept as facts although they seem to hold names.
    pub(super) fn names_not_read(&self) -> Vec<&str> {
        let others = self.all.iter().filter(|(_, meaning)| *meaning == Meaning::Other);
        others.map(|(label, _)| label.as_str()).filter(|label| words::seems_a_name(label)).collect()
    }
}

/// The first row of a text, the white space in its cells made even.
fn header(separator: u8, beginning: &str) -> Option<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(beginning.as_bytes());
    let mut header = csv::StringRecord::new();
    let found = reader.read_record(&mut header).ok()?;
    found.then(|| header.iter().map(|word| word.split_whitespace().collect::<Vec<_>>().join(" ")).collect())
}

/// Why a table is no watchlist: its columns, or the row below the first one that would do as its header. Nothing for what is
/// no table.
pub(super) fn missing_name(beginning: &str) -> Option<String> {
    let text = beginning.trim_start();
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.starts_with(['<', '{', '[']) || text.chars().take(2000).any(control) {
        return None;
    }
    let rows: Vec<&str> = text.split(['\n', '\r']).filter(|row| !row.trim().is_empty()).take(10).collect();
    let heads = |row: &str| SEPARATORS.into_iter().any(|separator| Columns::with(separator, row).is_some());
    if let Some(at) = rows.iter().position(|row| heads(row)).filter(|at| *at > 0) {
        return Some(format!(
            "its header with the names of the columns stands in row {}; delete the rows above it and choose the file again",
            at + 1
        ));
    }
    let columns = SEPARATORS.into_iter().filter_map(|separator| header(separator, text)).max_by_key(Vec::len)?;
    let short = columns.len() > 1 && columns.iter().all(|word| word.chars().count() <= 60);
    short.then(|| {
        let shown: Vec<String> = columns.iter().take(12).map(|word| format!("`{word}`")).collect();
        let more = if columns.len() > 12 { " and more" } else { "" };
        format!("no column is called `name`; its columns are {}{more}", shown.join(", "))
    })
}
