//! The whole grammar of the command line.

mod engine;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

pub(crate) use engine::{Engine, EngineFit, EnginePopulation};

/// A private kratom diary and a way down.
///
/// Everything stays on this device, sealed with your passphrase. Ebb never recommends taking more, never diagnoses, and
/// never talks to the network.
#[derive(Debug, Parser)]
#[command(name = "ebb", version, max_term_width = 100, arg_required_else_help = true, after_help = AFTER)]
pub(crate) struct Cli {
    /// Print JSON instead of text (shapes: docs/json.md)
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Which command
    #[command(subcommand)]
    pub(crate) command: Command,
}

const AFTER: &str = "\
Start here:
  ebb init                                     make a vault and get a recovery phrase
  ebb import FILE                              bring the diary you already keep
  ebb log \"2.5g green 20 min ago because stressed\"
  ebb today                                    see where you stand

Environment:
  EBB_HOME             folder of the vault
  EBB_PASSPHRASE_FILE  file whose first line is the passphrase (for scripts)
  EBB_NOW              a fixed time, 2026-02-03T18:00:00+01:00[Europe/Berlin], for reproducible output
  NO_COLOR             no colours

Exit codes: 0 done, 1 failed, 2 usage, 3 locked or wrong passphrase, 4 conflict, 5 no network, 6 damaged data.";

/// Every verb.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new vault in EBB_HOME and show its recovery phrase once
    Init(Init),
    /// Log a dose in one line
    #[command(after_help = "Examples:
  ebb log \"2.5g green 20 min ago because stressed\"
  ebb log \"3 capsules at 8:15\"          ebb log \"200 ml tea over 40 min\"
  ebb log \"? green an hour ago\"         an amount you do not know is not zero
  ebb log none                          today nothing was taken
  ebb log none --day 2026-02-01")]
    Log(Log),
    /// Change a field of an earlier entry
    #[command(after_help = "Examples:
  ebb amend 3f2a91c0 --amount 2g          ebb amend last --when \"2026-02-03 07:30\"
  ebb amend last --note \"with breakfast\"  ebb amend last --unknown-amount")]
    Amend(Amend),
    /// Take back the last thing you wrote (also a whole import)
    Undo,
    /// Remove one entry, or a whole import, by its name
    Remove(Remove),
    /// List the newest entries with their names
    Entries(Entries),
    /// Add or list products and what is known of their strength
    #[command(after_help = "Examples:
  ebb product                                       list them
  ebb product add green --kind leaf --mg-per-g 15
  ebb product add shot --kind extract --mg-each 112.5
  ebb product default green                         the one meant when none is named")]
    Product(Product),
    /// Open a new bag, bottle or brew of a product
    #[command(after_help = "Example:
  ebb batch green --name \"bag of March\" --mg-per-g 13.2")]
    Batch(Batch),
    /// Say how you are: withdrawal, craving, mood, sleep, …
    #[command(after_help = "Examples:
  ebb checkin --withdrawal 12 --craving 4 --mood 5 --sleep-hours 6
  ebb checkin --symptom aching=2 --symptom restless=3")]
    Checkin(Checkin),
    /// Say how a dose felt, hours later
    #[command(after_help = "Example:
  ebb effect last --strength 5 --hours 3")]
    Effect(Effect),
    /// Note an urge and what became of it
    #[command(after_help = "Example:
  ebb craving 6 --trigger boredom --outcome passed --minutes 15")]
    Craving(Craving),
    /// Note another substance or medicine
    #[command(after_help = "Example:
  ebb took alcohol 20 g --when \"21:00\"")]
    Took(Took),
    /// Write a note
    Note(Note),
    /// Where you are now
    Today,
    /// Days: grams, doses, what is unknown
    History(History),
    /// What would come: if you took nothing more, went on as now, came down step by step, or followed a plan of yours
    #[command(
        after_help = "A plan is a text file, one dose a line as `ebb log` reads it, with its date:
  2026-02-04 08:00 2.5g green
  2026-02-04 20:00 2g green
Ebb shows what would come of it, and proposes none.

`--down-by` and `--every` are your steps: the last week again and again, and after each period every amount that many percent
smaller than before. More than 25 percent within a week is refused unless you say with `--clinician` that a clinician set the pace.

Examples:
  ebb forecast                       if you took nothing more
  ebb forecast --if keep-on          the last two weeks again and again
  ebb forecast --down-by 10 --every 7
                                     the last week, each time a tenth smaller
  ebb forecast --plan my-plan.txt    as you wrote it
  ebb forecast --above 15            count the days with 15 points or more"
    )]
    Forecast(Forecast),
    /// What your reports taught; begin anew, or switch learning off and on
    #[command(after_help = "Examples:
  ebb learn                what was learned, beside most people
  ebb learn --reset        begin anew: earlier reports no longer count
  ebb learn --off          forecasts are the spread between people
  ebb undo                 takes a reset or a switch back")]
    Learn(Learn),
    /// How past forecasts did against what you said
    #[command(
        after_help = "A forecast is kept when `ebb forecast` or `ebb chart withdrawal` shows it.
What you say later, `ebb checkin --withdrawal 12`, is compared with it if nothing was logged between.

Examples:
  ebb score                ebb chart score --svg score.svg"
    )]
    Score,
    /// Draw a picture in the terminal, or as SVG
    Chart(Chart),
    /// Bring in a diary kept elsewhere
    #[command(after_help = "Examples:
  ebb import backup.json                       preview, questions, then yes or no
  ebb import sheet.csv --zone Europe/Vienna --answer decimal=comma --yes
  ebb import trip.csv --zone America/Chicago --zone Asia/Tokyo@2025-05-09T15:40/2025-05-20T17:30
  ebb undo                                     takes the whole import back")]
    Import(Import),
    /// Write your data to a file others can read
    Export(Export),
    /// Write one encrypted backup file
    Backup(Backup),
    /// Restore a backup into an empty EBB_HOME, or add what is missing to this vault
    Restore(Restore),
    /// Check every record
    Verify,
    /// Throw away everything that can be computed again
    Rebuild,
    /// Change the passphrase
    Passphrase(NewPassphrase),
    /// Set a new passphrase with the recovery phrase
    Recover(Recover),
    /// Settings: day start, zone
    #[command(after_help = "Example:
  ebb set --day-start 4 --zone Europe/Berlin")]
    Set(Set),
    /// Check this installation and say what is wrong
    Doctor,
    /// Run the pharmacology engine on a file, without a vault
    #[command(
        subcommand,
        after_help = "Examples:
  ebb engine run scenario.json
  ebb engine population scenario.json --n 1000 --seed 1 --csv > bands.csv
  ebb engine fit person.json --draws 800"
    )]
    Engine(Engine),
    /// Print shell completions
    Completions {
        /// For which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// `ebb init`
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Do not ask for the recovery phrase back (for scripts)
    #[arg(long)]
    pub(crate) yes: bool,
    /// Home zone, such as Europe/Berlin; the system's if not given
    #[arg(long)]
    pub(crate) zone: Option<String>,
}

/// `ebb log`
#[derive(Debug, Args)]
pub(crate) struct Log {
    /// What was taken, in your words; or `none`
    #[arg(required = true, num_args = 1..)]
    pub(crate) words: Vec<String>,
    /// When, instead of words: 2026-02-03 07:30, or 07:30
    #[arg(long)]
    pub(crate) when: Option<String>,
    /// Product, instead of words
    #[arg(long)]
    pub(crate) product: Option<String>,
    /// Why, instead of words
    #[arg(long)]
    pub(crate) reason: Option<String>,
    /// Anything else
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// Mood, in a word
    #[arg(long)]
    pub(crate) mood: Option<String>,
    /// Only the day is known: the time of day means nothing
    #[arg(long)]
    pub(crate) day_only: bool,
    /// With `none`: which day
    #[arg(long)]
    pub(crate) day: Option<String>,
    /// A product that is not known yet is a new leaf product
    #[arg(long)]
    pub(crate) new_product: bool,
}

/// `ebb amend`
#[derive(Debug, Args)]
pub(crate) struct Amend {
    /// The entry's name as `ebb entries` shows it, or `last`
    pub(crate) entry: String,
    /// New amount: 2g, "3 capsules"
    #[arg(long)]
    pub(crate) amount: Option<String>,
    /// The amount is not known after all
    #[arg(long, conflicts_with = "amount")]
    pub(crate) unknown_amount: bool,
    /// New time: 2026-02-03 07:30, or 07:30
    #[arg(long)]
    pub(crate) when: Option<String>,
    /// New product
    #[arg(long)]
    pub(crate) product: Option<String>,
    /// Minutes it was taken over
    #[arg(long)]
    pub(crate) over_min: Option<f64>,
    /// New reason
    #[arg(long)]
    pub(crate) reason: Option<String>,
    /// New note
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// Any field: name=JSON, as in docs/json.md; null removes it
    #[arg(long = "field", value_name = "NAME=JSON")]
    pub(crate) fields: Vec<String>,
}

/// `ebb remove`
#[derive(Debug, Args)]
pub(crate) struct Remove {
    /// The entry's name as `ebb entries` shows it, or `last`
    pub(crate) entry: String,
}

/// `ebb entries`
#[derive(Debug, Args)]
pub(crate) struct Entries {
    /// How many
    #[arg(short, long, default_value_t = 20)]
    pub(crate) n: usize,
}

/// `ebb product`
#[derive(Debug, Args)]
pub(crate) struct Product {
    /// What to do; without it, list
    #[command(subcommand)]
    pub(crate) action: Option<ProductAction>,
}

/// `ebb product …`
#[derive(Debug, Subcommand)]
pub(crate) enum ProductAction {
    /// Add a product
    Add(ProductAdd),
    /// Choose the product meant when none is named
    Default {
        /// Its name
        name: String,
    },
}

/// `ebb product add`
#[derive(Debug, Args)]
pub(crate) struct ProductAdd {
    /// Your name for it
    pub(crate) name: String,
    /// What it is. 7-OH, pseudoindoxyl and MGM products are kept in the diary without a forecast
    #[arg(long, value_enum, default_value = "leaf")]
    pub(crate) kind: Kind,
    /// Milligrams of mitragynine per gram; add ±, such as 15±3
    #[arg(long)]
    pub(crate) mg_per_g: Option<String>,
    /// Milligrams of mitragynine per piece
    #[arg(long)]
    pub(crate) mg_each: Option<String>,
    /// Milligrams of 7-hydroxymitragynine per piece
    #[arg(long)]
    pub(crate) seven_oh_mg_each: Option<String>,
    /// Grams of powder per capsule
    #[arg(long)]
    pub(crate) grams_per_capsule: Option<String>,
    /// Grams of powder per teaspoon
    #[arg(long)]
    pub(crate) grams_per_teaspoon: Option<String>,
    /// Grams of leaf per litre of tea
    #[arg(long)]
    pub(crate) tea_grams_per_litre: Option<String>,
    /// Anything else
    #[arg(long)]
    pub(crate) note: Option<String>,
}

/// What a product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Dried leaf: powder, capsules, tea
    Leaf,
    /// Concentrated leaf extract
    Extract,
    /// A 7-hydroxymitragynine product
    #[value(name = "7oh")]
    SevenOh,
    /// Pseudoindoxyl, MGM-15 and the like
    Other,
}

/// `ebb batch`
#[derive(Debug, Args)]
pub(crate) struct Batch {
    /// The product's name
    pub(crate) product: String,
    /// Your name for the batch
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Opened when; now if not given
    #[arg(long)]
    pub(crate) when: Option<String>,
    /// Milligrams of mitragynine per gram; add ±, such as 15±3
    #[arg(long)]
    pub(crate) mg_per_g: Option<String>,
    /// Grams of leaf per litre of tea
    #[arg(long)]
    pub(crate) tea_grams_per_litre: Option<String>,
    /// Anything else
    #[arg(long)]
    pub(crate) note: Option<String>,
}

/// `ebb checkin`
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("answers").required(true).multiple(true)
    .args(["withdrawal", "symptoms", "craving", "mood", "energy", "focus", "sleep", "sleep_hours", "note"])))]
pub(crate) struct Checkin {
    /// Withdrawal in all, 0 to 64
    #[arg(long)]
    pub(crate) withdrawal: Option<f64>,
    /// One symptom, 0 to 4: aching=2. Repeat for more; all sixteen make a total
    #[arg(long = "symptom", value_name = "NAME=0-4")]
    pub(crate) symptoms: Vec<String>,
    /// Craving, 0 to 10
    #[arg(long)]
    pub(crate) craving: Option<f64>,
    /// Mood, 0 to 10, 10 best
    #[arg(long)]
    pub(crate) mood: Option<f64>,
    /// Energy, 0 to 10
    #[arg(long)]
    pub(crate) energy: Option<f64>,
    /// Focus, 0 to 10
    #[arg(long)]
    pub(crate) focus: Option<f64>,
    /// Sleep, 0 to 10, 10 best
    #[arg(long)]
    pub(crate) sleep: Option<f64>,
    /// Hours slept
    #[arg(long)]
    pub(crate) sleep_hours: Option<f64>,
    /// Anything else
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// When; now if not given
    #[arg(long)]
    pub(crate) when: Option<String>,
}

/// `ebb effect`
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("felt").required(true).multiple(true).args(["strength", "hours"])))]
pub(crate) struct Effect {
    /// The dose's name as `ebb entries` shows it, or `last` for the last dose
    #[arg(default_value = "last")]
    pub(crate) dose: String,
    /// How strong, 0 to 10
    #[arg(long)]
    pub(crate) strength: Option<f64>,
    /// How long, hours
    #[arg(long)]
    pub(crate) hours: Option<f64>,
    /// Anything else
    #[arg(long)]
    pub(crate) note: Option<String>,
}

/// `ebb craving`
#[derive(Debug, Args)]
pub(crate) struct Craving {
    /// How strong, 0 to 10
    pub(crate) strength: f64,
    /// What set it off
    #[arg(long)]
    pub(crate) trigger: Option<String>,
    /// What became of it
    #[arg(long, value_enum)]
    pub(crate) outcome: Option<Outcome>,
    /// Minutes it lasted
    #[arg(long)]
    pub(crate) minutes: Option<f64>,
    /// Anything else
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// When; now if not given
    #[arg(long)]
    pub(crate) when: Option<String>,
}

/// What became of an urge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Outcome {
    /// It went by
    Passed,
    /// Something was taken
    Used,
    /// It is still there
    Ongoing,
}

/// `ebb took`
#[derive(Debug, Args)]
pub(crate) struct Took {
    /// What
    pub(crate) substance: String,
    /// How much, if known
    pub(crate) amount: Option<f64>,
    /// Of which unit
    pub(crate) unit: Option<String>,
    /// Anything else
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// When; now if not given
    #[arg(long)]
    pub(crate) when: Option<String>,
}

/// `ebb note`
#[derive(Debug, Args)]
pub(crate) struct Note {
    /// The words
    #[arg(required = true, num_args = 1..)]
    pub(crate) words: Vec<String>,
    /// When; now if not given
    #[arg(long)]
    pub(crate) when: Option<String>,
    /// A day worth marking
    #[arg(long)]
    pub(crate) milestone: bool,
}

/// `ebb history`
#[derive(Debug, Args)]
pub(crate) struct History {
    /// First day, 2026-02-01; four weeks ago if not given
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// Last day; today if not given
    #[arg(long)]
    pub(crate) to: Option<String>,
}

/// `ebb forecast`
#[derive(Debug, Args)]
pub(crate) struct Forecast {
    /// Days ahead, 1 to 28
    #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(u32).range(1..=28))]
    pub(crate) days: u32,
    /// On what condition
    #[arg(long = "if", value_enum, default_value = "stop", conflicts_with_all = ["plan", "down_by"])]
    pub(crate) condition: Condition,
    /// Come down step by step: every amount this much smaller than before, 1 to 50
    #[arg(long, value_name = "PERCENT", requires = "every", conflicts_with = "plan")]
    pub(crate) down_by: Option<u32>,
    /// Days from one step down to the next, and to the first, 1 to 90
    #[arg(long, value_name = "DAYS", requires = "down_by")]
    pub(crate) every: Option<u32>,
    /// A clinician set this pace: it may be faster than 25 percent a week
    #[arg(long, requires = "down_by")]
    pub(crate) clinician: bool,
    /// Follow the doses of this file; `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,
    /// Count the days whose worst withdrawal is at least this, 0 to 64
    #[arg(long, value_name = "POINTS", default_value_t = 10.0)]
    pub(crate) above: f64,
}

/// Conditions of a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Condition {
    /// Nothing more is taken
    Stop,
    /// The last two weeks again and again, as they were
    KeepOn,
}

/// `ebb learn`
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("change").multiple(false).args(["reset", "off", "on"])))]
pub(crate) struct Learn {
    /// Begin anew: reports from before now no longer count
    #[arg(long)]
    pub(crate) reset: bool,
    /// Do not learn from reports
    #[arg(long)]
    pub(crate) off: bool,
    /// Learn from reports again
    #[arg(long)]
    pub(crate) on: bool,
}

/// `ebb chart`
#[derive(Debug, Args)]
pub(crate) struct Chart {
    /// Which picture
    #[arg(value_enum, default_value = "level")]
    pub(crate) which: Picture,
    /// Write SVG to this file, or to standard output with `-`
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-")]
    pub(crate) svg: Option<PathBuf>,
    /// First day, for grams, doses and calendar
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// Last day; today if not given
    #[arg(long)]
    pub(crate) to: Option<String>,
    /// Days ahead, for withdrawal
    #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(u32).range(1..=28))]
    pub(crate) days: u32,
    /// Columns of the terminal picture
    #[arg(long)]
    pub(crate) width: Option<u16>,
}

/// The pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Picture {
    /// The last days' level with its band
    Level,
    /// Grams a day
    Grams,
    /// Doses a day
    Doses,
    /// Tolerance with its band
    Tolerance,
    /// Withdrawal if you stopped now
    Withdrawal,
    /// A year at a glance
    Calendar,
    /// Past forecasts and what you said
    Score,
}

/// `ebb import`
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file
    pub(crate) file: PathBuf,
    /// Zone it was kept in; for a journey add ZONE@FROM/UNTIL in local time. Repeatable
    #[arg(long, value_name = "ZONE[@FROM/UNTIL]")]
    pub(crate) zone: Vec<String>,
    /// Answer a question of the preview. Repeatable
    #[arg(long = "answer", value_name = "QUESTION=ANSWER")]
    pub(crate) answers: Vec<String>,
    /// Do not ask: import with the answers given and the careful ones for the rest
    #[arg(long)]
    pub(crate) yes: bool,
    /// Show what would happen and change nothing
    #[arg(long, conflicts_with = "yes")]
    pub(crate) preview: bool,
}

/// `ebb export`
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Into this file; standard output if not given
    pub(crate) file: Option<PathBuf>,
    /// Which form
    #[arg(long, value_enum, default_value = "ebb")]
    pub(crate) format: ExportFormat,
    /// Replace the file if it is there
    #[arg(long)]
    pub(crate) overwrite: bool,
}

/// Forms of export. None of them is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Everything, as Ebb's own JSON
    Ebb,
    /// Doses as CSV
    Csv,
    /// Check-ins as CSV
    CheckinsCsv,
    /// Felt effects as CSV
    RatingsCsv,
    /// PsychonautWiki Journal, legacy JSON
    Psychonautwiki,
}

/// `ebb backup`
#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// Into this file
    pub(crate) file: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    pub(crate) overwrite: bool,
}

/// `ebb restore`
#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup file
    pub(crate) file: PathBuf,
    /// Open it with the recovery phrase (asked for, or the first line of EBB_PHRASE_FILE)
    #[arg(long)]
    pub(crate) phrase: bool,
    /// Take what is readable of a damaged backup
    #[arg(long)]
    pub(crate) readable: bool,
}

/// `ebb passphrase`
#[derive(Debug, Args)]
pub(crate) struct NewPassphrase {
    /// Also make a new recovery phrase; the old one stops working
    #[arg(long)]
    pub(crate) new_phrase: bool,
    /// File whose first line is the new passphrase (for scripts)
    #[arg(long)]
    pub(crate) new_passphrase_file: Option<PathBuf>,
}

/// `ebb recover`
#[derive(Debug, Args)]
pub(crate) struct Recover {
    /// File whose first line is the recovery phrase (for scripts)
    #[arg(long)]
    pub(crate) phrase_file: Option<PathBuf>,
    /// File whose first line is the new passphrase (for scripts)
    #[arg(long)]
    pub(crate) new_passphrase_file: Option<PathBuf>,
}

/// `ebb set`
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("settings").required(true).multiple(true).args(["day_start", "zone"])))]
pub(crate) struct Set {
    /// Hour at which a day starts, 0 to 23
    #[arg(long)]
    pub(crate) day_start: Option<i8>,
    /// Home zone, such as Europe/Berlin
    #[arg(long)]
    pub(crate) zone: Option<String>,
}
