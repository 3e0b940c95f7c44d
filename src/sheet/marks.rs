//! Marks of a list before names on lines, as they come along when names are pasted: `1.`, `2)`, `-`, `•`.

/// Signs that stand before each line of a list.
const SIGNS: [char; 9] = ['-', '–', '—', '•', '·', '*', '▪', '◦', '‣'];

/// A line without the mark before it, and the number that the mark is.
fn parted(line: &str) -> Option<(&str, Option<u32>)> {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(SIGNS) {
        return rest.starts_with(char::is_whitespace).then(|| (rest.trim_start(), None));
    }
    let end = line.find(|c: char| !c.is_ascii_digit())?;
    let rest = line[end..].strip_prefix(['.', ')'])?;
    rest.starts_with(char::is_whitespace).then_some((rest.trim_start(), Some(line[..end].parse().ok()?)))
}

/// Whether each line that is not empty has a mark: all of them a sign, or numbers that count up. A name that begins with a number is
/// none by itself.
pub fn are_there<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let marks: Option<Vec<Option<u32>>> =
        lines.filter(|line| !line.trim().is_empty()).map(|line| parted(line).map(|(_, number)| number)).collect();
    marks.is_some_and(|marks| {
        let counts_up = |pair: &[Option<u32>]| match pair {
            [None, None] => true,
            [Some(one), Some(next)] => one.checked_add(1) == Some(*next),
            _ => false,
        };
        marks.len() > 1 && marks.windows(2).all(counts_up)
    })
}

/// A line without the mark before it.
pub fn without(line: &str) -> &str {
    parted(line).map_or(line, |(rest, _)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_those_of_every_line() {
        let are = |text: &str| are_there(text.lines());
        assert!(are("1. Jane Roe\n2. John Doe\n\n3. Mary Major") && are("7) Jane Roe\n8) John Doe"));
        assert!(are("- Jane Roe\n• John Doe\n"));
        for not in [
            "1. Jane Roe",
            "1. Jane Roe\nJohn Doe",
            "1. Jane Roe\n3. John Doe",
            "17 November\n18 May",
            "-Jane\n-John",
            "",
        ] {
            assert!(!are(not), "{not}");
        }
        assert_eq!(
            [without("12. Jane Roe"), without(" • Jane Roe"), without("17 November")],
            ["Jane Roe", "Jane Roe", "17 November"]
        );
    }
}
