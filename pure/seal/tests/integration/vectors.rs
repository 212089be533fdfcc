//! The frozen vectors: what one release wrote, every later one reads, and writes the same from the same random bytes.
//!
//! A vector may be added, never changed.

use ebb_seal::backup::{BackupWriter, read_backup};
use ebb_seal::cache::{derive_cache_name, open_cache, seal_cache};
use ebb_seal::header::HeaderEntropy;
use ebb_seal::record::{derive_fork_device, derive_fork_nonce, open_record, seal_record};
use ebb_seal::{
    DeviceId, Header, KdfParams, RecordHead, RecoveryPhrase, RewrapEntropy, RootKey, VaultId, VaultKeys, hash_record,
};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::second;

const VECTORS: &str = include_str!("../vectors/v1.json");

fn vectors() -> Value {
    serde_json::from_str(VECTORS).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(value: &Value) -> Vec<u8> {
    let text = value.as_str().unwrap();
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

fn array<const N: usize>(value: &Value) -> [u8; N] {
    bytes(value).try_into().unwrap()
}

fn kdf(value: &Value) -> KdfParams {
    let number = |name: &str| u32::try_from(value[name].as_u64().unwrap()).unwrap();
    KdfParams {
        memory_kib: number("memory_kib"),
        passes: number("passes"),
        lanes: 1,
    }
}

/// The keys of the vectors; both crates must agree on every one.
fn keys(given: &Value) -> VaultKeys {
    RootKey::make(&array(&given["root"])).derive_keys(VaultId(array(&given["vault"])))
}

#[test]
fn a_frozen_header_is_written_and_opened_from_both_sides_by_both_implementations() {
    let vectors = vectors();
    let given = &vectors["given"];
    for frozen in vectors["headers"].as_array().unwrap() {
        let passphrase = frozen["passphrase"].as_str().unwrap();
        let phrase = RecoveryPhrase::make(&array(&given["phrase_entropy"]));
        assert_eq!(phrase.words().as_str(), given["phrase_words"].as_str().unwrap());
        let entropy = HeaderEntropy {
            vault: array(&given["vault"]),
            root: Zeroizing::new(array(&given["root"])),
            passphrase: RewrapEntropy {
                salt: array(&frozen["salt"]),
                nonce: array(&frozen["passphrase_nonce"]),
            },
            phrase_nonce: array(&frozen["phrase_nonce"]),
        };
        let (made, _) = Header::make(passphrase, &phrase, kdf(&frozen["kdf"]), &entropy).unwrap();
        assert_eq!(hex(&made.to_bytes()), frozen["header"].as_str().unwrap());

        let header = bytes(&frozen["header"]);
        let root = bytes(&given["root"]);
        assert_eq!(
            second::root_by_passphrase(&header, passphrase.as_bytes()),
            Some(root.clone())
        );
        assert_eq!(
            second::root_by_phrase(&header, &bytes(&given["phrase_entropy"])),
            Some(root)
        );
        let read = Header::read(&header).unwrap();
        assert!(read.open_with_passphrase(passphrase).is_ok());
        assert!(
            read.open_with_phrase(&RecoveryPhrase::read(&phrase.words()).unwrap())
                .is_ok()
        );
    }
}

#[test]
fn the_second_implementation_derives_every_frozen_key() {
    let vectors = vectors();
    let given = &vectors["given"];
    let (root, vault) = (bytes(&given["root"]), bytes(&given["vault"]));
    let frozen = &vectors["headers"][0];
    let parameters = kdf(&frozen["kdf"]);
    let memory = usize::try_from(parameters.memory_kib).unwrap();
    let passphrase = frozen["passphrase"].as_str().unwrap().as_bytes();
    let stretched = second::argon2id(passphrase, &bytes(&frozen["salt"]), parameters.passes.into(), memory);
    let derived = json!({
        "stretched": hex(&stretched),
        "wrap/passphrase": hex(&second::hkdf(&stretched, &vault, b"ebb/1/wrap/passphrase")),
        "wrap/phrase": hex(&second::hkdf(&bytes(&given["phrase_entropy"]), &vault, b"ebb/1/wrap/phrase")),
        "records": hex(&second::hkdf(&root, &vault, b"ebb/1/records")),
        "forks": hex(&second::hkdf(&root, &vault, b"ebb/1/forks")),
        "cache": hex(&second::hkdf(&root, &vault, b"ebb/1/cache")),
        "cache-names": hex(&second::hkdf(&root, &vault, b"ebb/1/cache-names")),
        "backup": hex(&second::hkdf(&root, &vault, b"ebb/1/backup")),
    });
    assert_eq!(derived, vectors["keys"]);
}

#[test]
fn frozen_records_are_written_and_opened_by_both_implementations() {
    let vectors = vectors();
    let given = &vectors["given"];
    let mut previous = [0; 32];
    for frozen in vectors["records"].as_array().unwrap() {
        let head = RecordHead {
            device: DeviceId(array(&frozen["device"])),
            seq: frozen["seq"].as_u64().unwrap(),
            previous: array(&frozen["previous"]),
        };
        assert_eq!(head.previous, previous, "the vectors are a chain");
        let payload = bytes(&frozen["payload"]);
        let sealed = seal_record(&keys(given), &head, &array(&frozen["nonce"]), &payload).unwrap();
        assert_eq!(hex(&sealed), frozen["sealed"].as_str().unwrap());
        let mut opened = Vec::new();
        assert_eq!(open_record(&keys(given), &sealed, &mut opened), Ok(head));
        assert_eq!(opened, payload);
        assert_eq!(
            second::open_record(&bytes(&given["root"]), &array(&given["vault"]), &sealed),
            Some(payload)
        );
        previous = hash_record(&sealed);
        assert_eq!(hex(&previous), frozen["hash"].as_str().unwrap());
        assert_eq!(second::sha256(&sealed), previous);
    }
}

#[test]
fn a_frozen_cache_entry_is_written_and_opened_by_both_implementations() {
    let vectors = vectors();
    let given = &vectors["given"];
    let frozen = &vectors["cache"];
    let name = frozen["name"].as_str().unwrap();
    let content = bytes(&frozen["content"]);
    let sealed = seal_cache(&keys(given), name, &array(&frozen["nonce"]), &content).unwrap();
    assert_eq!(hex(&sealed), frozen["sealed"].as_str().unwrap());
    assert_eq!(open_cache(&keys(given), name, &sealed), Ok(content.clone()));
    let (root, vault) = (bytes(&given["root"]), array(&given["vault"]));
    assert_eq!(second::open_cache(&root, &vault, name, &sealed), Some(content));
    let stored_name = hex(&derive_cache_name(&keys(given), name));
    assert_eq!(stored_name, frozen["stored_name"].as_str().unwrap());
    let info = [b"ebb/1/cache-name", name.as_bytes()].concat();
    assert_eq!(
        stored_name,
        hex(&second::hkdf(
            &second::hkdf(&root, &vault, b"ebb/1/cache-names"),
            &vault,
            &info
        ))
    );
}

#[test]
fn an_adopted_record_lands_where_the_frozen_one_did() {
    let vectors = vectors();
    let given = &vectors["given"];
    let frozen = &vectors["fork"];
    let from = DeviceId(array(&vectors["records"][0]["device"]));
    let original = array(&vectors["records"][1]["hash"]);
    let device = derive_fork_device(&keys(given), from, &original);
    let nonce = derive_fork_nonce(&keys(given), &original, device, 1);
    assert_eq!(hex(&device.0), frozen["device"].as_str().unwrap());
    assert_eq!(hex(&nonce), frozen["nonce"].as_str().unwrap());
    let (root, vault): (Vec<u8>, [u8; 16]) = (bytes(&given["root"]), array(&given["vault"]));
    let named = second::sha256(&[b"ebb/1/fork".as_slice(), &vault, &from.0, &original].concat());
    assert_eq!(device.0, named[..16]);
    let info = [b"ebb/1/fork-nonce".as_slice(), &device.0, &1_u64.to_be_bytes()].concat();
    let drawn = second::hkdf(&second::hkdf(&root, &vault, b"ebb/1/forks"), &original, &info);
    assert_eq!(nonce, drawn[..24]);
}

#[test]
fn a_frozen_backup_is_written_and_read_by_both_implementations() {
    let vectors = vectors();
    let given = &vectors["given"];
    let frozen = &vectors["backup"];
    let records: Vec<Vec<u8>> = vectors["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| bytes(&record["sealed"]))
        .collect();
    let header = Header::read(&bytes(&vectors["headers"][0]["header"])).unwrap();
    let keys = keys(given);
    let mut file = Vec::new();
    let mut writer = BackupWriter::start(&keys, &header, array(&frozen["id"]), &mut file);
    for record in &records {
        writer.push(record, &mut file).unwrap();
    }
    writer.finish(&mut file).unwrap();
    assert_eq!(file.len() as u64, frozen["length"].as_u64().unwrap());
    assert_eq!(hex(&hash_record(&file)), frozen["sha256"].as_str().unwrap());
    assert_eq!(hex(&file[..284]), frozen["preamble"].as_str().unwrap());
    let contents = read_backup(&keys, &file).unwrap();
    assert!(contents.is_intact() && contents.records == records);
    assert_eq!(
        second::read_backup(&bytes(&given["root"]), &array(&given["vault"]), &file),
        records
    );
}
