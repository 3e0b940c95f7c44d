//! Why a file was not taken for a list: each reason is a sentence that says what was found and what to do.

/// Why a file was refused. No part of a refused file is used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Reading from the disk, or from the browser's file, failed.
    #[error("{file} cannot be read: {what}; check that it is there and that you may read it")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        what: String,
    },
    /// There is nothing in it.
    #[error("{file} is empty; fetch it again")]
    Empty {
        /// The file.
        file: String,
    },
    /// It is a web page, most often the error page of the publisher's server.
    #[error(
        "{file} is a web page and not a list{}; open the publisher's site and fetch the list itself",
        .title.as_ref().map(|title| format!(" (`{title}`)")).unwrap_or_default()
    )]
    WebPage {
        /// The file.
        file: String,
        /// The page's title.
        title: Option<String>,
    },
    /// It is an archive.
    #[error("{file} is a ZIP archive; unpack it and choose the {} file in it", .inside.as_deref().unwrap_or("XML or CSV"))]
    Archive {
        /// The file.
        file: String,
        /// The name of the first file in the archive.
        inside: Option<String>,
    },
    /// It is a workbook of a spreadsheet program.
    #[error("{file} is {what} and no text; open it there, save the sheet as `CSV UTF-8` and choose that file")]
    Workbook {
        /// The file.
        file: String,
        /// What it is.
        what: &'static str,
    },
    /// It is compressed.
    #[error("{file} is compressed with gzip; unpack it and choose the file in it")]
    Gzip {
        /// The file.
        file: String,
    },
    /// It is text in an encoding that its reader does not read.
    #[error(
        "{file} is {}, of which Namesieve reads UTF-8; open it in a text editor, save it as UTF-8 and choose that file",
        .encoding.as_ref().map_or("text in an encoding that it does not name".to_owned(), |name| format!("text in the encoding {name}"))
    )]
    Encoding {
        /// The file.
        file: String,
        /// The encoding, where it is known.
        encoding: Option<String>,
    },
    /// It ends before it is over.
    #[error("{file} ends in the middle ({got}): it was cut off; fetch it again")]
    Truncated {
        /// The file.
        file: String,
        /// Where it ends.
        got: String,
    },
    /// It holds the changes to a list and not the list.
    #[error("{file} holds changes only ({got}) and not the whole list; fetch {fetch}")]
    Delta {
        /// The file.
        file: String,
        /// What shows that.
        got: String,
        /// What to fetch instead.
        fetch: &'static str,
    },
    /// A list that its publisher has given up.
    #[error("{file} is {got}; fetch {fetch}")]
    Retired {
        /// The file.
        file: String,
        /// What it is and since when it is no longer kept.
        got: &'static str,
        /// What to fetch instead.
        fetch: &'static str,
    },
    /// A list without a record.
    #[error("{file} has the form of {what} but holds no record; fetch it again")]
    NoRecord {
        /// The file.
        file: String,
        /// What it looks like.
        what: &'static str,
    },
    /// The file says how many records it has, and that is not how many there are.
    #[error("{file} says that it has {stated} records and holds {found}; fetch it again")]
    Count {
        /// The file.
        file: String,
        /// Its own number.
        stated: usize,
        /// What was read.
        found: usize,
    },
    /// A record breaks the format so that the list would be incomplete.
    #[error(
        "{file}, {at}: {what}; fetch it again, and if it stays so the format has changed and Namesieve needs a new version"
    )]
    Record {
        /// The file.
        file: String,
        /// Which record.
        at: String,
        /// What is wrong.
        what: String,
    },
    /// A row of a person's own list that the person has to put right.
    #[error("{file}, row {row}: {what}; correct it there and choose the file again")]
    Row {
        /// The file.
        file: String,
        /// The row, of which the header is the first.
        row: usize,
        /// What is wrong.
        what: String,
    },
    /// The markup, the text or the columns cannot be read.
    #[error("{file} cannot be read as {what} at {at}: {got}; fetch it again")]
    Malformed {
        /// The file.
        file: String,
        /// What it looks like: `XML`, `CSV`.
        what: &'static str,
        /// Where.
        at: String,
        /// What was found there.
        got: String,
    },
    /// No reader knows it.
    #[error(
        "{file} is no list that Namesieve reads: {got}. It reads the lists of OFAC (XML, ADVANCED, ENHANCED, CSV), \
         the UN (XML), the UK Sanctions List (XML, CSV), the EU (XML 1.1, CSV 1.1), SECO (XML) and Canada (XML), and a CSV file \
         of your own with a column `name`"
    )]
    Unknown {
        /// The file.
        file: String,
        /// How it starts, or what it lacks, as the rest of a sentence.
        got: String,
    },
    /// A part of a family of files without the part that carries the names.
    #[error("{file} holds {got} only; give it together with {needs}")]
    Alone {
        /// The file.
        file: String,
        /// What it holds.
        got: &'static str,
        /// What it belongs to.
        needs: &'static str,
    },
}

impl Refusal {
    /// A record that breaks the format.
    pub(super) fn record(file: &str, at: impl Into<String>, what: impl Into<String>) -> Refusal {
        Refusal::Record { file: file.to_owned(), at: at.into(), what: what.into() }
    }

    /// A line of a CSV file that cannot be read.
    pub(super) fn line(file: &str, line: u64, got: impl Into<String>) -> Refusal {
        Refusal::Malformed { file: file.to_owned(), what: "CSV", at: format!("line {line}"), got: got.into() }
    }
}
