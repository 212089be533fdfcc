//! A disk that forgets what was not flushed. Records every write and can say what would be left after a power cut at any of
//! them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A write can be torn between sectors of this many bytes.
const SECTOR: usize = 512;

/// One thing a program did to the disk.
#[derive(Debug, Clone)]
pub(crate) enum Op {
    Create {
        name: String,
    },
    Write {
        file: usize,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        file: usize,
        len: usize,
    },
    Sync {
        file: usize,
    },
    Delete {
        name: String,
        is_synced: bool,
    },
    /// The program told its user that something is stored.
    Acknowledge,
}

/// What a power cut takes away.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Loss {
    /// Everything written so far had reached the disk.
    Nothing,
    /// Nothing that was not flushed had.
    Unflushed,
    /// Some of it had, in any order, torn between sectors.
    Chance(u64),
}

/// What goes wrong from some write on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Files cannot grow.
    Full,
    /// No write, flush or deletion works.
    Broken,
    /// One write, flush or deletion fails.
    Once,
}

/// Files in memory.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    names: BTreeMap<String, usize>,
    files: Vec<Vec<u8>>,
    log: Vec<Op>,
    fault: Option<(usize, Fault)>,
    n_writes: usize,
    pub(crate) is_read_only: bool,
}

/// Nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WriteFailure {
    Full,
    Broken,
}

impl Disk {
    pub(crate) fn holding(files: BTreeMap<String, Vec<u8>>) -> Self {
        let mut disk = Disk::default();
        for (number, (name, content)) in files.into_iter().enumerate() {
            disk.names.insert(name, number);
            disk.files.push(content);
        }
        disk
    }

    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    pub(crate) fn create(&mut self, name: &str) -> usize {
        self.names.insert(name.to_owned(), self.files.len());
        self.files.push(Vec::new());
        self.log.push(Op::Create { name: name.to_owned() });
        self.files.len() - 1
    }

    pub(crate) fn content(&self, file: usize) -> &[u8] {
        &self.files[file]
    }

    pub(crate) fn perform(&mut self, op: Op) -> Result<(), WriteFailure> {
        self.n_writes += 1;
        if let Some((from, fault)) = self.fault
            && self.n_writes > from
        {
            let grows = matches!(&op, Op::Write { file, at, bytes } if at + bytes.len() > self.files[*file].len());
            match fault {
                Fault::Full if grows => return Err(WriteFailure::Full),
                Fault::Full => {}
                Fault::Broken => return Err(WriteFailure::Broken),
                Fault::Once => {
                    self.fault = None;
                    return Err(WriteFailure::Broken);
                }
            }
        }
        match &op {
            Op::Write { file, at, bytes } => overwrite(&mut self.files[*file], *at, bytes),
            Op::Truncate { file, len } => self.files[*file].truncate(*len),
            Op::Delete { name, .. } => {
                self.names.remove(name);
            }
            Op::Create { .. } | Op::Sync { .. } | Op::Acknowledge => {}
        }
        self.log.push(op);
        Ok(())
    }

    pub(crate) fn acknowledge(&mut self) {
        self.log.push(Op::Acknowledge);
    }

    pub(crate) fn log(&self) -> &[Op] {
        &self.log
    }

    /// From the write after the next `after` ones on, `fault` happens.
    pub(crate) fn fail_after(&mut self, after: usize, fault: Fault) {
        self.n_writes = 0;
        self.fault = Some((after, fault));
    }

    pub(crate) fn repair(&mut self) {
        self.fault = None;
    }

    /// Whether the planned fault has not come yet.
    pub(crate) fn is_fault_ahead(&self) -> bool {
        self.fault.is_some_and(|(from, _)| self.n_writes <= from)
    }

    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.names
            .iter()
            .map(|(name, file)| (name.clone(), self.files[*file].clone()))
            .collect()
    }
}

fn overwrite(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if content.len() < at + bytes.len() {
        content.resize(at + bytes.len(), 0);
    }
    content[at..at + bytes.len()].copy_from_slice(bytes);
}

#[derive(Default)]
struct Platter {
    safe: Vec<u8>,
    unflushed: Vec<Op>,
}

/// The files left on an empty disk after these operations and a power cut.
pub(crate) fn after_power_cut(log: &[Op], loss: Loss) -> BTreeMap<String, Vec<u8>> {
    let mut platters: Vec<Platter> = Vec::new();
    let mut folder: BTreeMap<String, usize> = BTreeMap::new();
    let mut folder_unflushed: Vec<(String, Option<usize>)> = Vec::new();
    for op in log {
        match op {
            Op::Create { name } => {
                folder_unflushed.push((name.clone(), Some(platters.len())));
                platters.push(Platter::default());
            }
            Op::Write { file, .. } | Op::Truncate { file, .. } => platters[*file].unflushed.push(op.clone()),
            Op::Sync { file } => {
                for op in std::mem::take(&mut platters[*file].unflushed) {
                    apply(&mut platters[*file].safe, &op);
                }
                // A Unix system flushes the folder with the first flush of a new file.
                if folder_unflushed.iter().any(|(_, link)| *link == Some(*file)) {
                    flush_folder(&mut folder, &mut folder_unflushed);
                }
            }
            Op::Delete { name, is_synced } => {
                folder_unflushed.push((name.clone(), None));
                if *is_synced {
                    flush_folder(&mut folder, &mut folder_unflushed);
                }
            }
            Op::Acknowledge => {}
        }
    }
    let mut dice = match loss {
        Loss::Chance(seed) => Some(ChaCha8Rng::seed_from_u64(seed)),
        Loss::Nothing | Loss::Unflushed => None,
    };
    let n_kept = match (loss, &mut dice) {
        (_, Some(dice)) => usize::try_from(dice.next_u64()).unwrap() % (folder_unflushed.len() + 1),
        (Loss::Unflushed, _) => 0,
        _ => folder_unflushed.len(),
    };
    folder_unflushed.truncate(n_kept);
    flush_folder(&mut folder, &mut folder_unflushed);
    let mut left = BTreeMap::new();
    for (name, file) in folder {
        let Platter { mut safe, unflushed } = std::mem::take(&mut platters[file]);
        for op in unflushed {
            match (&mut dice, loss) {
                (Some(dice), _) => apply_by_chance(&mut safe, &op, dice),
                (None, Loss::Nothing) => apply(&mut safe, &op),
                (None, _) => {}
            }
        }
        left.insert(name, safe);
    }
    left
}

fn flush_folder(folder: &mut BTreeMap<String, usize>, unflushed: &mut Vec<(String, Option<usize>)>) {
    for (name, link) in unflushed.drain(..) {
        match link {
            Some(file) => folder.insert(name, file),
            None => folder.remove(&name),
        };
    }
}

fn apply(content: &mut Vec<u8>, op: &Op) {
    match op {
        Op::Write { at, bytes, .. } => overwrite(content, *at, bytes),
        Op::Truncate { len, .. } => content.truncate(*len),
        _ => {}
    }
}

fn apply_by_chance(content: &mut Vec<u8>, op: &Op, dice: &mut ChaCha8Rng) {
    match op {
        Op::Write { at, bytes, .. } => {
            for (number, sector) in bytes.chunks(SECTOR).enumerate() {
                if dice.next_u32().is_multiple_of(2) {
                    overwrite(content, at + number * SECTOR, sector);
                }
            }
        }
        op if dice.next_u32().is_multiple_of(2) => apply(content, op),
        _ => {}
    }
}

/// Disks by number; the path `/<number>/vault` on the file layer of [`crate::vfs`] lies on disk `<number>`.
static DISKS: Mutex<BTreeMap<u64, Arc<Mutex<Disk>>>> = Mutex::new(BTreeMap::new());

/// Puts a disk where SQLite can reach it; the number makes the path.
pub(crate) fn mount(disk: Disk) -> (u64, Arc<Mutex<Disk>>) {
    let mut disks = lock(&DISKS);
    let number = disks.last_key_value().map_or(1, |(number, _)| number + 1);
    let disk = Arc::new(Mutex::new(disk));
    disks.insert(number, disk.clone());
    (number, disk)
}

/// The disk a path lies on.
pub(crate) fn disk_of(path: &str) -> Option<Arc<Mutex<Disk>>> {
    let number = path.trim_start_matches('/').split('/').next()?.parse().ok()?;
    lock(&DISKS).get(&number).cloned()
}

/// A lock, also after a test that failed while holding it.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
