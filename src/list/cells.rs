//! Cells of a CSV file that hold more than they should. A stray quotation mark makes the lines below it a part of its cell,
//! and the parties on them would be lost without a word.

/// The first line of a cell, below the line on which it begins, whose fields read like a row of the file.
pub fn row_within(cell: &str, separator: char, is_row: impl Fn(&[&str]) -> bool) -> Option<&str> {
    let mut lines = cell.split(['\n', '\r']).skip(1);
    lines.find(|line| is_row(&line.split(separator).map(|field| field.trim().trim_matches('"')).collect::<Vec<_>>()))
}

/// Whether a cell that has one line in every file has several of them, with separators in them.
pub fn runs_on(cell: &str, separator: char) -> bool {
    cell.trim().contains(['\n', '\r']) && cell.contains(separator)
}

/// What is wrong with such a cell, as the rest of a sentence.
pub fn swallowed(column: &str, line: &str) -> String {
    let shown: String = line.trim().chars().take(60).collect();
    format!("its cell `{column}` goes on over the lines below (`{shown}`): a quotation mark is out of place")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_within_a_cell_is_seen() {
        let numbered = |fields: &[&str]| fields.len() > 1 && fields[1].parse::<u32>().is_ok();
        assert_eq!(row_within("x\na,7,\"b", ',', numbered), Some("a,7,\"b"));
        assert_eq!(row_within("x\r\n1,\"7\",b", ',', numbered), Some("1,\"7\",b"));
        assert_eq!(row_within("a,7\nsome words, and more", ',', numbered), None);
        assert!(runs_on("A\n1;B", ';') && !runs_on("A\nB", ';') && !runs_on("A;B\n", ';'));
    }
}
