//! Reads amounts as people type them. Never decides what `1,500` is: that is settled by the rest of the file or by the
//! person. Whatever is not surely one number is unknown, ambiguous or not a number, never a guess.

/// How a lone comma or point before exactly three digits is to be read.
///
/// Other cells of a file prove what its decimal separator is. They never prove that the other one separates thousands:
/// that takes an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decimal {
    /// `1.500` is one and a half, `1,500` fifteen hundred.
    Point,
    /// `1,500` is one and a half, `1.500` fifteen hundred.
    Comma,
    /// `1.500` is one and a half, `1,500` unclear.
    PointOnly,
    /// `1,500` is one and a half, `1.500` unclear.
    CommaOnly,
    /// Nobody has said.
    Open,
}

impl Decimal {
    /// The answer to the question `decimal`.
    pub(crate) fn of_answer(answer: Option<&str>) -> Option<Self> {
        match answer {
            Some("comma") => Some(Self::Comma),
            Some("thousands" | "point") => Some(Self::Point),
            _ => None,
        }
    }

    /// What `1,500` (with `comma`) or `1.500` is.
    fn settle(self, comma: bool, as_decimal: f64, as_thousands: f64) -> Option<f64> {
        match (self, comma) {
            (Self::Comma | Self::CommaOnly, true) | (Self::Point | Self::PointOnly, false) => Some(as_decimal),
            (Self::Comma, false) | (Self::Point, true) => Some(as_thousands),
            (Self::CommaOnly, false) | (Self::PointOnly, true) | (Self::Open, _) => None,
        }
    }
}

/// A number with or without a doubt about its separators.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Figure {
    /// One reading only.
    Sure(f64),
    /// `1,500` or `1.500`.
    Doubtful {
        comma: bool,
        as_decimal: f64,
        as_thousands: f64,
    },
    /// Spaces between digits and the like.
    Unclear,
    /// Digits that make no number, such as `2.5.1`.
    NotANumber,
}

/// An amount cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Amount<'t> {
    /// Nothing written.
    Empty,
    /// Words, a question mark, a range: something was taken, nobody says how much.
    Unknown,
    /// A number and perhaps a unit.
    Sure(Measured<'t>),
    /// Two readings, and nothing settles which.
    Ambiguous,
    /// Below zero.
    Negative,
    /// Not a number, not finite, a formula.
    NotANumber,
}

/// A number as typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measured<'t> {
    /// The number; finite, not negative.
    pub(crate) value: f64,
    /// Marked as approximate.
    pub(crate) is_about: bool,
    /// Written as a fraction, such as `1/2`.
    pub(crate) is_fraction: bool,
    /// What follows the number, as typed.
    pub(crate) unit: Option<&'t str>,
}

/// What the cells of a file prove about its decimal separator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Proof {
    comma: bool,
    point: bool,
}

impl Proof {
    /// Takes one more cell into account.
    pub(crate) fn add(&mut self, cell: &str) {
        let Some((number, _)) = split_number(strip_marks(cell).0) else {
            return;
        };
        if let Figure::Sure(_) = figure(number) {
            // Of two kinds of separator the last is the decimal one; one of a kind before three digits is doubtful and
            // never comes here, and several of a kind are thousands.
            let last = number.rfind([',', '.']);
            let Some(at) = last else { return };
            let separator = &number[at..=at];
            if number.matches(separator).count() > 1 || at + 1 == number.len() {
                return;
            }
            self.comma |= separator == ",";
            self.point |= separator == ".";
        }
    }

    /// What is settled.
    pub(crate) fn decimal(self) -> Decimal {
        match (self.comma, self.point) {
            (true, false) => Decimal::CommaOnly,
            (false, true) => Decimal::PointOnly,
            _ => Decimal::Open,
        }
    }
}

/// Reads an amount cell.
pub(crate) fn amount(cell: &str, decimal: Decimal) -> Amount<'_> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Amount::Empty;
    }
    if cell.chars().any(char::is_control) || cell.starts_with(['=', '@']) {
        return Amount::NotANumber;
    }
    if is_nan_or_infinite(cell) {
        return Amount::NotANumber;
    }
    let (text, is_about) = strip_marks(cell);
    let mut chars = text.chars();
    let text = match (chars.next(), chars.next()) {
        (Some('-' | '\u{2212}' | '\u{2013}'), Some(c)) if c.is_ascii_digit() || matches!(c, '.' | ',') => {
            return Amount::Negative;
        }
        (Some('+'), Some(c)) if c.is_ascii_digit() => &text[1..],
        (Some(c), _) if c.is_numeric() && !c.is_ascii_digit() && fraction(c).is_none() => return Amount::NotANumber,
        _ => text,
    };
    let Some((number, rest)) = split_number(text) else {
        return Amount::Unknown;
    };
    let (rest, is_asked) = match rest.strip_suffix('?') {
        Some(rest) => (rest.trim_end(), true),
        None => (rest, false),
    };
    if is_exponent(rest) {
        return Amount::NotANumber;
    }
    if !is_unit_like(rest) {
        return Amount::Unknown;
    }
    let value = match figure(number) {
        Figure::Sure(value) => value,
        Figure::Doubtful {
            comma,
            as_decimal,
            as_thousands,
        } => match decimal.settle(comma, as_decimal, as_thousands) {
            Some(value) => value,
            None => return Amount::Ambiguous,
        },
        Figure::Unclear => return Amount::Ambiguous,
        Figure::NotANumber => return Amount::NotANumber,
    };
    Amount::Sure(Measured {
        value,
        is_about: is_about || is_asked,
        is_fraction: number.contains('/') || number.chars().any(|c| fraction(c).is_some()),
        unit: (!rest.is_empty()).then_some(rest),
    })
}

/// Whether `1,500` or `1.500` stands in the cell and `decimal` does not settle it.
pub(crate) fn is_doubtful(cell: &str, decimal: Decimal) -> bool {
    let number = split_number(strip_marks(cell.trim()).0).map(|(number, _)| figure(number));
    matches!(number, Some(Figure::Doubtful { comma, as_decimal, as_thousands })
        if decimal.settle(comma, as_decimal, as_thousands).is_none())
}

/// A plain number without a unit: a rating, hours, a score.
pub(crate) fn plain(cell: &str, decimal: Decimal) -> Option<f64> {
    match amount(cell, decimal) {
        Amount::Sure(m) if m.unit.is_none() && !m.is_about && !m.is_fraction => Some(m.value),
        _ => None,
    }
}

/// Reads digits with separators, without sign or unit.
pub(crate) fn figure(text: &str) -> Figure {
    if text.contains('/') || text.chars().any(|c| fraction(c).is_some()) {
        return mixed_fraction(text).map_or(Figure::NotANumber, Figure::Sure);
    }
    if text.len() > 40 {
        return Figure::NotANumber;
    }
    if text.contains([' ', '\u{a0}', '\u{202f}']) {
        return Figure::Unclear;
    }
    let text = text.trim_end_matches([',', '.']);
    let n_commas = text.matches(',').count();
    let n_points = text.matches('.').count();
    let n_marks = text.matches(['\'', '\u{2019}']).count();
    match (n_commas, n_points, n_marks) {
        (0, 0, 0) => sure(text),
        (1, 0, 0) => one_separator(text, ','),
        (0, 1, 0) => one_separator(text, '.'),
        (0, 0, _) => grouped(text, &['\'', '\u{2019}']),
        (0, _, 0) => grouped(text, &['.']),
        (_, 0, 0) => grouped(text, &[',']),
        (1, _, 0) | (_, 1, 0) => two_separators(text),
        _ => Figure::NotANumber,
    }
}

fn sure(text: &str) -> Figure {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.') => Figure::Sure(value),
        _ => Figure::NotANumber,
    }
}

fn one_separator(text: &str, separator: char) -> Figure {
    let (before, after) = text.split_once(separator).unwrap_or((text, ""));
    let as_decimal = sure(&format!("{}.{after}", if before.is_empty() { "0" } else { before }));
    let Figure::Sure(as_decimal) = as_decimal else {
        return Figure::NotANumber;
    };
    let may_group = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    match sure(&format!("{before}{after}")) {
        Figure::Sure(as_thousands) if may_group => Figure::Doubtful {
            comma: separator == ',',
            as_decimal,
            as_thousands,
        },
        _ => Figure::Sure(as_decimal),
    }
}

fn two_separators(text: &str) -> Figure {
    let Some(at) = text.rfind([',', '.']) else {
        return Figure::NotANumber;
    };
    let (whole, after) = (&text[..at], &text[at + 1..]);
    let other = if text[at..].starts_with(',') { '.' } else { ',' };
    if whole.contains(text[at..].chars().next().unwrap_or(',')) {
        return Figure::NotANumber;
    }
    match grouped(whole, &[other]) {
        Figure::Sure(_) => sure(&format!("{}.{after}", whole.replace(other, ""))),
        odd => odd,
    }
}

/// Digits in groups of three.
fn grouped(text: &str, separators: &[char]) -> Figure {
    let mut groups = text.split(separators);
    let first = groups.next().unwrap_or("");
    if !(1..=3).contains(&first.len()) || groups.any(|g| g.len() != 3) {
        return Figure::NotANumber;
    }
    sure(&text.replace(separators, ""))
}

/// `1/2`, `½`, `1 ½`, `1 1/2`.
fn mixed_fraction(text: &str) -> Option<f64> {
    let digits = |t: &str| -> Option<f64> {
        (!t.is_empty() && t.len() <= 4 && t.bytes().all(|b| b.is_ascii_digit()))
            .then(|| t.parse().ok())
            .flatten()
    };
    let (whole, part) = if let Some((at, c)) = text.char_indices().find(|&(_, c)| fraction(c).is_some()) {
        if at + c.len_utf8() != text.len() {
            return None;
        }
        (text[..at].trim(), fraction(c)?)
    } else {
        let (left, below) = text.split_once('/')?;
        let (whole, above) = left.trim().rsplit_once(' ').unwrap_or(("", left.trim()));
        let (above, below) = (digits(above)?, digits(below.trim())?);
        if below < 1.0 {
            return None;
        }
        (whole.trim(), above / below)
    };
    let whole = if whole.is_empty() { 0.0 } else { digits(whole)? };
    Some(whole + part)
}

fn fraction(c: char) -> Option<f64> {
    Some(match c {
        '¼' => 0.25,
        '½' => 0.5,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅛' => 0.125,
        _ => return None,
    })
}

/// The number at the start of `text` and the trimmed rest; `None` when it does not start with one.
fn split_number(text: &str) -> Option<(&str, &str)> {
    let is_part =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '\u{2019}' | '/') || fraction(c).is_some();
    let starts = |t: &str| {
        t.chars()
            .next()
            .is_some_and(|c| c.is_ascii_digit() || fraction(c).is_some())
    };
    let starts_with_separator = text.starts_with(['.', ',']) && starts(&text[1..]);
    if !starts(text) && !starts_with_separator {
        return None;
    }
    let mut end = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if is_part(c) {
            end = at + c.len_utf8();
        } else if matches!(c, ' ' | '\u{a0}' | '\u{202f}')
            && rest.peek().is_some_and(|&(next, _)| starts(&text[next..]))
        {
            continue;
        } else {
            break;
        }
    }
    Some((text[..end].trim_end_matches(['\'', '\u{2019}']), text[end..].trim()))
}

/// Takes off a guard against formulas and marks of roughness; says whether there were any of the latter.
fn strip_marks(cell: &str) -> (&str, bool) {
    let cell = cell.trim();
    let cell = match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['+', '-']) => rest,
        _ => cell,
    };
    for mark in [
        "~",
        "≈",
        "ca.",
        "ca ",
        "circa ",
        "about ",
        "approx.",
        "approx ",
        "etwa ",
        "ungefähr ",
        "c.",
    ] {
        // `get`: the mark may be longer than the cell or end inside one of its characters.
        if cell
            .get(..mark.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(mark))
        {
            return (cell[mark.len()..].trim_start(), true);
        }
    }
    (cell, false)
}

fn is_nan_or_infinite(cell: &str) -> bool {
    let word = cell.trim_start_matches(['+', '-']).to_ascii_lowercase();
    matches!(word.as_str(), "nan" | "inf" | "infinity" | "∞")
}

fn is_exponent(rest: &str) -> bool {
    let Some(power) = rest.strip_prefix(['e', 'E']) else {
        return false;
    };
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit())
}

/// Whether what follows a number can be a unit: a word or two, nothing that continues the number or starts a sum.
fn is_unit_like(rest: &str) -> bool {
    const JOINING: [&str; 6] = ["bis", "to", "or", "oder", "und", "and"];
    rest.split_whitespace().count() <= 2
        && rest.chars().count() <= 24
        && rest
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | 'µ'))
        && !rest.starts_with(['-', '.'])
        && !rest
            .split_whitespace()
            .any(|w| JOINING.contains(&w.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(cell: &str, decimal: Decimal) -> Option<f64> {
        match amount(cell, decimal) {
            Amount::Sure(m) => Some(m.value),
            _ => None,
        }
    }

    #[test]
    fn a_comma_before_three_digits_is_read_only_when_settled() {
        assert_eq!(amount("1,500", Decimal::Open), Amount::Ambiguous);
        assert_eq!(value("1,500", Decimal::Comma), Some(1.5));
        assert_eq!(value("1,500", Decimal::Point), Some(1500.0));
        assert_eq!(amount("1.500", Decimal::Open), Amount::Ambiguous);
        assert_eq!(value("1.500", Decimal::Point), Some(1.5));
        assert_eq!(value("1,500", Decimal::CommaOnly), Some(1.5));
        assert_eq!(amount("1,500", Decimal::PointOnly), Amount::Ambiguous);
        assert_eq!(value("0,500", Decimal::Open), Some(0.5));
        assert_eq!(value("1.500,00", Decimal::Open), Some(1500.0));
        assert_eq!(value("1,500.5", Decimal::Open), Some(1500.5));
    }

    #[test]
    fn cells_prove_the_decimal_separator_of_their_file() {
        let prove = |cells: &[&str]| {
            let mut proof = Proof::default();
            cells.iter().for_each(|c| proof.add(c));
            proof.decimal()
        };
        assert_eq!(prove(&["2", "2,5", "1,500"]), Decimal::CommaOnly);
        assert_eq!(prove(&["2", "2.5 g", "1,500"]), Decimal::PointOnly);
        assert_eq!(prove(&["2,5", "2.5"]), Decimal::Open);
        assert_eq!(prove(&["1,500", "1.500", "2", "?", "1.500.000"]), Decimal::Open);
        assert_eq!(prove(&["~2,5"]), Decimal::CommaOnly);
    }

    #[test]
    fn what_is_not_surely_one_number_is_never_one() {
        for cell in [
            "?",
            "a bit",
            "ein Löffel",
            "zu viel",
            "2-3",
            "3 bis 4",
            "half",
            "two",
            "2+2",
            "2 x 3",
            "-",
            "idk",
            "bisschen",
        ] {
            assert_eq!(amount(cell, Decimal::Open), Amount::Unknown, "{cell}");
        }
        for cell in [
            "NaN",
            "inf",
            "-Infinity",
            "1e400",
            "1e-400",
            "2.5.1",
            "٢",
            "=2.5",
            "\0 2",
            "1,2,3",
            "1/0",
        ] {
            assert_eq!(amount(cell, Decimal::Open), Amount::NotANumber, "{cell}");
        }
        for cell in ["-2", "-2.5", "−3", "-0", "-2 g"] {
            assert_eq!(amount(cell, Decimal::Open), Amount::Negative, "{cell}");
        }
        assert_eq!(amount("2 500", Decimal::Comma), Amount::Ambiguous);
    }

    #[test]
    fn numbers_keep_their_unit_and_their_doubt() {
        let sure = |cell| match amount(cell, Decimal::Open) {
            Amount::Sure(m) => (m.value, m.is_about, m.unit),
            other => panic!("{cell}: {other:?}"),
        };
        assert_eq!(sure("2g"), (2.0, false, Some("g")));
        assert_eq!(sure("+2"), (2.0, false, None));
        assert_eq!(sure("~2,5"), (2.5, true, None));
        assert_eq!(sure("ca. 2 g"), (2.0, true, Some("g")));
        assert_eq!(sure("5 caps"), (5.0, false, Some("caps")));
        assert_eq!(sure("½ TL"), (0.5, false, Some("TL")));
        assert_eq!(sure("1 1/2"), (1.5, false, None));
        assert_eq!(sure("1½ tsp"), (1.5, false, Some("tsp")));
        assert_eq!(sure("2 g?"), (2.0, true, Some("g")));
        assert_eq!(sure(".5"), (0.5, false, None));
        assert_eq!(sure("1'500 mg"), (1500.0, false, Some("mg")));
    }
}
