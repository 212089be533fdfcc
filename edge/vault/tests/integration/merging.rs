//! Merging a backup: adds, heals, adopts; never overwrites what opens.

use std::rc::Rc;

use ebb_vault::backend::{Backend, Change};
use ebb_vault::{MemoryBackend, MergeReport, Problem, RecordId, Unlock, Vault, VaultError, block_on};

use crate::support::{PASSPHRASE, create, entropy, open, payloads};

fn restore(file: &[u8]) -> Vault<MemoryBackend> {
    block_on(Vault::restore(
        MemoryBackend::new(),
        file,
        Unlock::Passphrase(PASSPHRASE),
        entropy(),
    ))
    .unwrap()
}

fn damage(backend: &MemoryBackend, id: RecordId) {
    let change = Change::Heal {
        device: id.device,
        seq: id.seq,
        bytes: b"\x01 no record at all",
    };
    block_on(backend.commit(&[], &[change], &mut |_| {})).unwrap();
}

#[test]
fn two_devices_exchange_backups_and_end_up_the_same() {
    let (one, _) = create(MemoryBackend::new());
    block_on(one.append(&["one", "two"])).unwrap();
    let two = restore(&block_on(one.backup()).unwrap().0);
    block_on(two.append(&["three"])).unwrap();
    block_on(one.append(&["four"])).unwrap();
    let report = block_on(one.merge(&block_on(two.backup()).unwrap().0)).unwrap();
    assert_eq!(
        report,
        MergeReport {
            added: 1,
            already_here: 2,
            ..MergeReport::default()
        }
    );
    let report = block_on(two.merge(&block_on(one.backup()).unwrap().0)).unwrap();
    assert_eq!(
        report,
        MergeReport {
            added: 1,
            already_here: 3,
            ..MergeReport::default()
        }
    );
    assert_eq!(block_on(one.replay()).unwrap(), block_on(two.replay()).unwrap());
}

#[test]
fn merging_heals_a_damaged_record_and_fills_a_gap() {
    let backend = Rc::new(MemoryBackend::new());
    let (vault, _) = create(backend.clone());
    let ids = block_on(vault.append(&["one", "two", "three"])).unwrap();
    let (file, _) = block_on(vault.backup()).unwrap();
    damage(&backend, ids[1]);
    let replay = block_on(vault.replay()).unwrap();
    assert_eq!(replay.payloads.len(), 2);
    assert_eq!(
        replay.report.problems,
        [Problem::DamagedRecord { id: ids[1] }],
        "the others are safe"
    );
    let report = block_on(vault.merge(&file)).unwrap();
    assert_eq!(
        report,
        MergeReport {
            healed: 1,
            already_here: 2,
            ..MergeReport::default()
        }
    );
    assert_eq!(
        payloads(&vault),
        ["one", "two", "three"].map(|entry| entry.as_bytes().to_vec())
    );
}

#[test]
fn a_vault_whose_last_record_is_damaged_goes_on_in_a_new_series() {
    let backend = Rc::new(MemoryBackend::new());
    let (vault, _) = create(backend.clone());
    let ids = block_on(vault.append(&["one", "two"])).unwrap();
    let (file, _) = block_on(vault.backup()).unwrap();
    damage(&backend, ids[1]);
    let after = block_on(vault.append(&["three"])).unwrap();
    assert_ne!(after[0].device, ids[0].device);
    assert_eq!(block_on(vault.merge(&file)).unwrap().healed, 1);
    assert_eq!(payloads(&vault).len(), 3);
}

#[test]
fn a_copied_file_that_went_its_own_way_is_adopted_once() {
    let backend = Rc::new(MemoryBackend::new());
    let (ours, _) = create(backend.clone());
    block_on(ours.append(&["shared"])).unwrap();
    let theirs = open((*backend).clone());
    let our_ids = block_on(ours.append(&["ours"])).unwrap();
    let their_ids = block_on(theirs.append(&["theirs", "theirs too"])).unwrap();
    assert_eq!(
        our_ids[0], their_ids[0],
        "the copy used the same place: that is the danger"
    );
    let (file, _) = block_on(theirs.backup()).unwrap();
    let report = block_on(ours.merge(&file)).unwrap();
    assert_eq!(
        report,
        MergeReport {
            adopted: 2,
            already_here: 1,
            ..MergeReport::default()
        }
    );
    let mut found = payloads(&ours);
    found.sort();
    assert_eq!(
        found,
        ["ours", "shared", "theirs", "theirs too"].map(|entry| entry.as_bytes().to_vec())
    );
    let again = block_on(ours.merge(&file)).unwrap();
    assert_eq!(
        again,
        MergeReport {
            already_here: 3,
            ..MergeReport::default()
        }
    );
    let after = block_on(ours.append(&["later"])).unwrap();
    assert_ne!(
        after[0].device, our_ids[0].device,
        "we leave the series that two copies write"
    );
    block_on(theirs.append(&["theirs at last"])).unwrap();
    let report = block_on(ours.merge(&block_on(theirs.backup()).unwrap().0)).unwrap();
    assert_eq!((report.adopted, report.already_here), (1, 3));
    assert_eq!(payloads(&ours).len(), 6);
}

#[test]
fn a_damaged_record_is_not_healed_by_another_one_from_the_same_place() {
    let backend = Rc::new(MemoryBackend::new());
    let (ours, _) = create(backend.clone());
    block_on(ours.append(&["shared"])).unwrap();
    let theirs = open(Rc::new((*backend).clone()));
    let our_ids = block_on(ours.append(&["ours", "ours too"])).unwrap();
    let (good, _) = block_on(ours.backup()).unwrap();
    block_on(theirs.append(&["theirs"])).unwrap();
    damage(&backend, our_ids[0]);
    let report = block_on(ours.merge(&block_on(theirs.backup()).unwrap().0)).unwrap();
    assert_eq!((report.healed, report.adopted), (0, 1));
    assert_eq!(block_on(ours.merge(&good)).unwrap().healed, 1);
    let mut found = payloads(&ours);
    found.sort();
    assert_eq!(
        found,
        ["ours", "ours too", "shared", "theirs"].map(|entry| entry.as_bytes().to_vec())
    );
}

#[test]
fn a_backup_with_nothing_readable_in_it_is_not_a_vault_without_entries() {
    let (vault, _) = create(MemoryBackend::new());
    block_on(vault.append(&["one"])).unwrap();
    let (mut file, _) = block_on(vault.backup()).unwrap();
    file[300] ^= 1;
    let empty = Rc::new(MemoryBackend::new());
    let refused = block_on(Vault::restore_readable(
        empty.clone(),
        &file,
        Unlock::Passphrase(PASSPHRASE),
        entropy(),
    ));
    assert!(matches!(refused, Err(VaultError::Damaged { .. })), "{refused:?}");
    assert_eq!(block_on(empty.header()).unwrap(), None);
    assert!(matches!(block_on(vault.merge(&file)), Err(VaultError::Damaged { .. })));
}

#[test]
fn a_damaged_backup_is_refused_but_its_readable_part_can_be_had() {
    let (vault, _) = create(MemoryBackend::new());
    let entries: Vec<Vec<u8>> = (0..1000_u32).map(|number| number.to_be_bytes().repeat(100)).collect();
    block_on(vault.append(&entries)).unwrap();
    let (file, _) = block_on(vault.backup()).unwrap();
    let mut flipped = file.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    let n_chunks = (file.len() - 284) / 65_552;
    for (bad, least) in [
        (flipped.as_slice(), 880),
        (&file[..file.len() - 1], 880),
        (&file[..file.len() - 65_552], 880),
    ] {
        let empty = Rc::new(MemoryBackend::new());
        let unlock = Unlock::Passphrase(PASSPHRASE);
        let refused = block_on(Vault::restore(empty.clone(), bad, unlock, entropy()));
        assert!(matches!(refused, Err(VaultError::Damaged { .. })), "{refused:?}");
        assert_eq!(block_on(empty.header()).unwrap(), None, "nothing was written");
        let (restored, report) = block_on(Vault::restore_readable(empty, bad, unlock, entropy())).unwrap();
        assert!(
            report.added >= least && report.added < 1000,
            "{report:?} of {n_chunks} chunks"
        );
        assert!(report.unreadable_chunks == 1 || report.is_cut_short, "{report:?}");
        let replay = block_on(restored.replay()).unwrap();
        assert!(replay.payloads.iter().all(|(_, payload)| entries.contains(payload)));
        let healed = block_on(restored.merge(&file)).unwrap();
        assert_eq!(healed.added + report.added, 1000);
        assert_eq!(payloads(&restored).len(), 1000);
    }
}

#[test]
fn a_backup_keeps_the_passphrase_of_its_day() {
    let (vault, _) = create(MemoryBackend::new());
    let (old, _) = block_on(vault.backup()).unwrap();
    block_on(vault.change_passphrase("new", ebb_vault::KdfParams::CHEAP_FOR_TESTS)).unwrap();
    let (new, _) = block_on(vault.backup()).unwrap();
    for (file, right, wrong) in [(old, PASSPHRASE, "new"), (new, "new", PASSPHRASE)] {
        let refused = block_on(Vault::restore(
            MemoryBackend::new(),
            &file,
            Unlock::Passphrase(wrong),
            entropy(),
        ));
        assert!(matches!(refused, Err(VaultError::WrongPassphrase)));
        assert!(
            block_on(Vault::restore(
                MemoryBackend::new(),
                &file,
                Unlock::Passphrase(right),
                entropy()
            ))
            .is_ok()
        );
    }
}
