//! What must hold of sealed bytes: they open to what was sealed, or they do not open.
//!
//! The keys are fixed and protect nothing.

use std::sync::LazyLock;

use ebb_seal::backup::{BackupWriter, read_backup, read_preamble};
use ebb_seal::record::{RecordHead, open_record, read_head, seal_record};
use ebb_seal::{
    DeviceId, Header, HeaderEntropy, KdfParams, RecoveryPhrase, RewrapEntropy, RootKey, VaultId, VaultKeys,
};

const VAULT: VaultId = VaultId([7; 16]);

fn keys() -> VaultKeys {
    RootKey::make(&[42; 32]).derive_keys(VAULT)
}

/// Bytes of unknown origin open or are refused; sealed here, they open to themselves, and not after any change.
pub fn seal_open(bytes: &[u8]) {
    let keys = keys();
    let mut payload = vec![1, 2, 3];
    match open_record(&keys, bytes, &mut payload) {
        Ok(head) => assert_eq!(
            read_head(bytes).ok(),
            Some(head),
            "two opinions on where a record belongs"
        ),
        Err(_) => assert!(payload.is_empty(), "something was left of a record that did not open"),
    }
    if let Ok(header) = Header::read(bytes) {
        assert_eq!(header.to_bytes(), bytes, "reading changed the header");
    }

    let head = RecordHead {
        device: DeviceId([9; 16]),
        seq: 3,
        previous: [5; 32],
    };
    let mut sealed = seal_record(&keys, &head, &[8; 24], bytes).expect("an input of the fuzzer is not too large");
    assert_eq!(open_record(&keys, &sealed, &mut payload).ok(), Some(head));
    assert_eq!(payload, bytes, "sealing changed the payload");
    let at = position_from(bytes) % sealed.len();
    sealed[at] ^= 1 << (bytes.len() % 8);
    assert!(
        open_record(&keys, &sealed, &mut payload).is_err(),
        "a changed record opened, byte {at}"
    );
}

/// A place that depends on every byte.
fn position_from(bytes: &[u8]) -> usize {
    bytes.iter().fold(bytes.len(), |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(usize::from(*byte))
    })
}

/// A backup gives back the records that were put in, and after damage some of them, in their order, and says so.
///
/// The input is a recipe: pairs of bytes for the records' lengths up to a pair of zeros, then triples that say which byte
/// of the file to change and how. The input as a file of its own is read as well.
pub fn vault_backup(recipe: &[u8]) {
    let keys = keys();
    // Read for not panicking alone: nobody but us can write a backup that opens.
    let _ = (read_preamble(recipe).is_ok(), read_backup(&keys, recipe).is_ok());

    let mut pairs = recipe.chunks_exact(2);
    let lengths = pairs
        .by_ref()
        .map(|pair| usize::from(pair[0]) << 8 | usize::from(pair[1]));
    let records: Vec<Vec<u8>> = (1_u8..=40)
        .zip(lengths.take_while(|length| *length > 0))
        .map(make_record)
        .collect();
    let changes: Vec<&[u8]> = recipe
        .get(2 * (records.len() + 1)..)
        .unwrap_or_default()
        .chunks_exact(4)
        .take(6)
        .collect();

    let mut file = write_backup(&keys, &records);
    let intact = read_backup(&keys, &file).expect("what was written can be read");
    assert!(
        intact.is_intact() && intact.records == records,
        "an intact backup lost something"
    );

    let before = file.clone();
    for change in changes {
        let at = (usize::from(change[0]) << 16 | usize::from(change[1]) << 8 | usize::from(change[2])) % file.len();
        match change[3] {
            0 => file.truncate(at.max(1)),
            xor => file[at] ^= xor,
        }
    }
    let Ok(read) = read_backup(&keys, &file) else { return };
    assert!(
        !read.is_intact() || file == before || body(&file) == body(&before),
        "damage was not noticed"
    );
    let mut originals = records.iter();
    for record in &read.records {
        assert!(
            originals.any(|original| original == record),
            "a record that was never written, or out of order"
        );
    }
}

fn make_record((fill, length): (u8, usize)) -> Vec<u8> {
    vec![fill; length]
}

/// What follows the header: the header has checks of its own.
fn body(file: &[u8]) -> &[u8] {
    &file[file.len().min(ebb_seal::backup::PREAMBLE_LEN)..]
}

fn write_backup(keys: &VaultKeys, records: &[Vec<u8>]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut writer = BackupWriter::start(keys, &HEADER, [6; 16], &mut file);
    for record in records {
        writer.push(record, &mut file).expect("a short record");
    }
    writer.finish(&mut file).expect("a backup ends");
    file
}

/// Made once: even the cheapest key derivation is slow beside the rest.
static HEADER: LazyLock<Header> = LazyLock::new(|| {
    let entropy = HeaderEntropy {
        vault: VAULT.0,
        root: [42; 32].into(),
        passphrase: RewrapEntropy {
            salt: [1; 16],
            nonce: [2; 24],
        },
        phrase_nonce: [3; 24],
    };
    let phrase = RecoveryPhrase::make(&[4; 32]);
    let made = Header::make("a fuzzer's passphrase", &phrase, KdfParams::CHEAP_FOR_TESTS, &entropy);
    made.expect("a header with known parts").0
});
