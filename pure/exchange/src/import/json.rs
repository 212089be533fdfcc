//! A strict JSON reader for files nobody vouches for: numbers keep their digits, a key that occurs twice is an error with
//! its place, depth is bounded, and a text that breaks off is told apart from one that is wrong.
//!
//! Not `serde_json::Value`, which keeps the last of two equal keys without a word.

use super::error::ImportError;

/// How deep lists and objects may nest. The deepest real export is about ten.
const MAX_DEPTH: usize = 128;
/// How many values a file may hold, so that a small file cannot fill a phone's memory. Ten years of a busy diary are
/// about half a million.
const MAX_VALUES: usize = 2_000_000;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, digit for digit.
    Number(Box<str>),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Object),
}

/// An object with its keys in file order, each once.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Object(Vec<(String, Value)>);

impl Object {
    /// The value at `key`; `None` when absent or `null`.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        let value = self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)?;
        (*value != Value::Null).then_some(value)
    }

    /// Whether `key` is there, even as `null`.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(k, _)| k == key)
    }

    /// The string at `key`, unless blank.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.text().filter(|t| !t.trim().is_empty())
    }

    /// The finite number at `key`.
    pub(crate) fn number(&self, key: &str) -> Option<f64> {
        self.get(key)?.number()
    }

    /// The whole number at `key`.
    pub(crate) fn integer(&self, key: &str) -> Option<i64> {
        self.get(key)?.integer()
    }

    /// The list at `key`; empty when absent or something else.
    pub(crate) fn list(&self, key: &str) -> &[Value] {
        match self.get(key) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    /// The object at `key`.
    pub(crate) fn object(&self, key: &str) -> Option<&Object> {
        self.get(key)?.object()
    }

    /// Keys and values in file order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(k, v)| (k.as_str(), v))
    }

    /// Keeps only the members for which `keep` says so; `keep` may change them.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&str, &mut Value) -> bool) {
        self.0.retain_mut(|(k, v)| keep(k, v));
    }
}

impl Value {
    /// The string.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if finite.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(digits) => digits.parse().ok().filter(|n: &f64| n.is_finite()),
            _ => None,
        }
    }

    /// The number, if whole.
    pub(crate) fn integer(&self) -> Option<i64> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The object.
    pub(crate) fn object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The value as short JSON for a person to look at, cut to `limit` characters.
    pub(crate) fn excerpt(&self, limit: usize) -> String {
        let mut out = String::new();
        self.write(&mut out, limit);
        if out.chars().count() > limit {
            out = out.chars().take(limit).collect();
            out.push('…');
        }
        out
    }

    fn write(&self, out: &mut String, limit: usize) {
        if out.len() > limit * 4 {
            return;
        }
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => {
                let text: String = text.chars().take(limit).collect();
                out.push_str(&serde_json::Value::String(text).to_string());
            }
            Self::List(list) => {
                out.push('[');
                for (i, value) in list.iter().enumerate() {
                    out.push_str(if i == 0 { "" } else { ", " });
                    value.write(out, limit);
                }
                out.push(']');
            }
            Self::Object(object) => {
                out.push('{');
                for (i, (key, value)) in object.iter().enumerate() {
                    out.push_str(if i == 0 { "" } else { ", " });
                    out.push_str(key);
                    out.push_str(": ");
                    value.write(out, limit);
                }
                out.push('}');
            }
        }
    }
}

/// A whole text as one value.
pub(crate) fn parse(text: &str) -> Result<Value, ImportError> {
    let mut reader = Reader {
        text,
        at: 0,
        n_values: 0,
    };
    let parsed = reader.value(0).and_then(|value| {
        reader.blanks();
        if reader.at == text.len() {
            Ok(value)
        } else {
            Err(Fault::Wrong("not_json", reader.at))
        }
    });
    parsed.map_err(|fault| fault.placed(text))
}

enum Fault {
    BreaksOff,
    TooMany,
    Wrong(&'static str, usize),
}

impl Fault {
    fn placed(self, text: &str) -> ImportError {
        match self {
            Self::BreaksOff => {
                let (line, column) = line_and_column(text, text.len());
                ImportError::Truncated { line, column }
            }
            Self::Wrong(what, at) => {
                let (line, column) = line_and_column(text, at);
                ImportError::Malformed { what, line, column }
            }
            Self::TooMany => ImportError::TooMany {
                what: "values",
                limit: MAX_VALUES as u64,
            },
        }
    }
}

/// Line and character of a byte, both from 1.
fn line_and_column(text: &str, at: usize) -> (u64, u64) {
    let before = text.get(..at).unwrap_or(text);
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or("").chars().count();
    (line as u64, column as u64)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    n_values: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn next(&mut self) -> Result<u8, Fault> {
        self.blanks();
        let byte = self.peek().ok_or(Fault::BreaksOff)?;
        self.at += 1;
        Ok(byte)
    }

    fn value(&mut self, depth: usize) -> Result<Value, Fault> {
        self.blanks();
        self.n_values += 1;
        if self.n_values > MAX_VALUES {
            return Err(Fault::TooMany);
        }
        let start = self.at;
        match self.peek().ok_or(Fault::BreaksOff)? {
            b'{' | b'[' if depth == MAX_DEPTH => Err(Fault::Wrong("too_deep", start)),
            b'{' => self.object(depth + 1),
            b'[' => self.list(depth + 1),
            b'"' => self.string().map(Value::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(start),
        }
    }

    fn word(&mut self, start: usize) -> Result<Value, Fault> {
        let rest = &self.text[start..];
        for (word, value) in [
            ("null", Value::Null),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
        ] {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
            if !rest.is_empty() && word.starts_with(rest) {
                return Err(Fault::BreaksOff);
            }
        }
        let not_a_number = ["NaN", "Infinity"].iter().any(|word| rest.starts_with(word));
        Err(Fault::Wrong(
            if not_a_number { "not_a_number" } else { "not_json" },
            start,
        ))
    }

    fn number(&mut self) -> Result<Value, Fault> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.text[self.at..].starts_with("Infinity") {
            return Err(Fault::Wrong("not_a_number", start));
        }
        let whole = self.digits()?;
        if whole > 1 && self.text.as_bytes()[self.at - whole] == b'0' {
            return Err(Fault::Wrong("not_json", start));
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Value::Number(self.text[start..self.at].into()))
    }

    fn digits(&mut self) -> Result<usize, Fault> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        match (self.at - start, self.peek()) {
            (0, None) => Err(Fault::BreaksOff),
            (0, Some(_)) => Err(Fault::Wrong("not_json", start)),
            (n, _) => Ok(n),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Fault> {
        self.at += 1;
        let mut list = Vec::new();
        self.blanks();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::List(list));
        }
        loop {
            list.push(self.value(depth)?);
            match self.next()? {
                b',' => {}
                b']' => return Ok(Value::List(list)),
                _ => return Err(Fault::Wrong("not_json", self.at - 1)),
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, Fault> {
        self.at += 1;
        let mut members = Vec::new();
        let mut places = Vec::new();
        self.blanks();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Value::Object(Object::default()));
        }
        loop {
            self.blanks();
            match self.peek() {
                None => return Err(Fault::BreaksOff),
                Some(b'"') => places.push(self.at),
                Some(_) => return Err(Fault::Wrong("not_json", self.at)),
            }
            let key = self.string()?;
            if self.next()? != b':' {
                return Err(Fault::Wrong("not_json", self.at - 1));
            }
            members.push((key, self.value(depth)?));
            match self.next()? {
                b',' => {}
                b'}' => break,
                _ => return Err(Fault::Wrong("not_json", self.at - 1)),
            }
        }
        match second_of_two_equal(&members) {
            Some(i) => Err(Fault::Wrong("duplicate_key", places[i])),
            None => Ok(Value::Object(Object(members))),
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest
                .bytes()
                .position(|b| b == b'"' || b == b'\\' || b < 0x20)
                .ok_or(Fault::BreaksOff)?;
            out.push_str(&rest[..plain]);
            self.at += plain + 1;
            match rest.as_bytes()[plain] {
                b'"' => return Ok(out),
                b'\\' => out.push(self.escape()?),
                _ => return Err(Fault::Wrong("control_character", self.at - 1)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.at;
        let byte = self.peek().ok_or(Fault::BreaksOff)?;
        self.at += 1;
        Ok(match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.escaped_unit(),
            _ => return Err(Fault::Wrong("bad_escape", start)),
        })
    }

    /// `\uXXXX`, or two of them for one character. Half a pair, which some programs write after cutting an emoji in two,
    /// becomes the replacement character.
    fn escaped_unit(&mut self) -> Result<char, Fault> {
        let first = self.hex4()?;
        if !(0xd800..0xdc00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let before_second = self.at;
        if self.text[self.at..].starts_with("\\u") {
            self.at += 2;
            let second = self.hex4()?;
            if (0xdc00..0xe000).contains(&second) {
                let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = before_second;
        }
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn hex4(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            let byte = self.peek().ok_or(Fault::BreaksOff)?;
            let digit = char::from(byte).to_digit(16);
            code = code * 16 + digit.ok_or(Fault::Wrong("bad_escape", self.at))?;
            self.at += 1;
        }
        Ok(code)
    }
}

/// The index of a member whose key an earlier member has too.
fn second_of_two_equal(members: &[(String, Value)]) -> Option<usize> {
    let mut by_key: Vec<usize> = (0..members.len()).collect();
    by_key.sort_by(|&a, &b| members[a].0.cmp(&members[b].0).then(a.cmp(&b)));
    by_key
        .windows(2)
        .filter(|pair| members[pair[0]].0 == members[pair[1]].0)
        .map(|pair| pair[1])
        .min()
}

#[cfg(test)]
mod tests;
