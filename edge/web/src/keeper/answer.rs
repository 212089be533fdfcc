//! Which question is answered by what. Nothing but this list.

use super::{Asker, Keeper};
use crate::sheet::{self, Problem};
use crate::wire::{Request, pack};
use ebb_core::event::Settings;
use ebb_core::view::ask::ask_next;
use ebb_core::view::course::Condition;
use ebb_core::view::{entries, forecast, history, reading::Silence, today};
use serde::Serialize;

/// The answer and a file beside it.
type Answered = Result<(Vec<u8>, Option<Vec<u8>>), Problem>;

/// Answers one question.
pub(super) async fn answer(keeper: &Keeper, asker: Asker, request: Request, file: Option<Vec<u8>>) -> Answered {
    let file = file.unwrap_or_default();
    if keeper.first_look.is_on() {
        if matches!(request, Request::Today)
            && let Some(today) = keeper.today_at_a_glance()
        {
            return plain(today);
        }
        keeper.first_look.wait().await;
    }
    match request {
        Request::Look => plain(keeper.presence().await?),
        Request::Create { passphrase } => plain(keeper.create(passphrase).await?),
        Request::Demo => plain(keeper.open_demo(asker).await?),
        Request::Unlock { secret } => plain(keeper.unlock(&secret).await?),
        Request::Recover { words, passphrase } => plain(keeper.recover(words, passphrase).await?),
        Request::ChangePassphrase { old, new } => plain(keeper.change_passphrase(old, new).await?),
        Request::NewPhrase { passphrase } => plain(keeper.new_phrase(passphrase).await?),
        Request::Backup => keeper.backup().await.and_then(with_file),
        Request::Restore { secret, readable_only } => plain(keeper.restore(secret, readable_only, file).await?),
        Request::Verify => plain(keeper.verify().await?),
        Request::Erase => plain(keeper.erase().await?),
        Request::Today
        | Request::LogPad
        | Request::CarePad
        | Request::People
        | Request::Products
        | Request::Settings => looked(keeper, request),
        Request::Imports => plain(keeper.imports()?),
        Request::Copies(facts) => plain(keeper.copies(&facts)?),
        Request::History { .. } | Request::Day { .. } | Request::Entry { .. } => looked(keeper, request),
        Request::Reading { width } => plain(read_now(keeper, asker, width).await?),
        Request::Forecast { days, width } => plain(forecast(keeper, asker, days, width).await?),
        Request::Learned { width } => plain(keeper.learned(asker, width).await?),
        Request::SayOfLearning { says } => plain(keeper.say_of_learning(says).await?),
        Request::KeepOn { days, width } => plain(keeper.course(asker, Condition::KeepOn, days, width).await?),
        Request::Taper { steps, days, width } => plain(keeper.taper(asker, steps, days, width).await?),
        Request::Log(form) => plain(keeper.log(form).await?),
        Request::NothingTaken { day } => plain(keeper.nothing_taken(day).await?),
        Request::Feel(form) => plain(keeper.feel(form).await?),
        Request::CheckIn(form) => plain(keeper.check_in(form).await?),
        Request::Craving(form) => plain(keeper.craving(form).await?),
        Request::CoUse(form) => plain(keeper.co_use(form).await?),
        Request::AddPerson(form) => plain(keeper.add_person(form).await?),
        Request::Note(form) => plain(keeper.note(form).await?),
        Request::Amend(form) => plain(keeper.amend(form).await?),
        Request::Remove { id } => plain(keeper.remove(id).await?),
        Request::BringBack { id } => plain(keeper.bring_back(id).await?),
        Request::Undo => plain(keeper.undo().await?),
        Request::AddProduct(form) => plain(keeper.add_product(form).await?),
        Request::AddBatch(form) => plain(keeper.add_batch(form).await?),
        Request::UsualProduct { id } => plain(keeper.usual_product(id).await?),
        Request::SetDayStart { hour } => plain(set_day_start(keeper, hour).await?),
        Request::SetZone { zone } => plain(set_zone(keeper, zone).await?),
        Request::ImportRead { name } => plain(keeper.import_read(name, file)?),
        Request::ImportLook => plain(keeper.import_look()?),
        Request::ImportAnswer { id, answer } => plain(keeper.import_answer(id, answer)?),
        Request::ImportDo => plain(keeper.import_do(asker).await?),
        Request::ImportForget => plain(keeper.import_forget()?),
        Request::Export { kind } => keeper.export(kind).and_then(with_file),
    }
}

/// Questions that only look at the diary.
fn looked(keeper: &Keeper, request: Request) -> Answered {
    let (diary, frame, voice) = keeper.look()?;
    match request {
        Request::Today => {
            // The engine is asked apart; this part does not wait for it.
            let view = today::today(&frame, &diary, &Err(Silence::NothingLogged));
            plain(sheet::today(&voice, &frame, &diary, &view))
        }
        Request::LogPad => plain(sheet::log_pad(&voice, &diary, &frame)),
        Request::People => plain(sheet::people(&diary)),
        Request::CarePad => plain(sheet::care_pad(&diary, &frame)),
        Request::Products => plain(sheet::products(&voice, &frame, &diary)),
        Request::Settings => plain(keeper.settings()?),
        Request::History { stretch, back, width } => {
            plain(sheet::history(&voice, &frame, &diary, (stretch, back), width))
        }
        Request::Day { day } => {
            let date = keeper.date(&day)?;
            let rows = entries::of_day(&diary, date);
            let view = history::history(&frame, &diary, date, date);
            let row = view.days.into_iter().next();
            let row = row.unwrap_or_else(|| history::DayRow::without_entry(date));
            plain(sheet::day(&voice, &frame, &diary, &row, &rows, date))
        }
        Request::Entry { id } => match entries::find(&diary, id) {
            Some(row) => plain(sheet::detail(&voice, &frame, &diary, &row)),
            None => Err(keeper.gone()),
        },
        _ => unreachable!("only the questions above are sent here"),
    }
}

async fn read_now(
    keeper: &Keeper,
    asker: Asker,
    width: u16,
) -> Result<Result<sheet::ReadingCard, sheet::Quiet>, Problem> {
    let kept = keeper.reading(asker).await?;
    let (diary, _, voice) = keeper.look()?;
    let view = today::today(&kept.frame, &diary, &kept.reading);
    let ask = kept.reading.as_ref().as_ref().ok();
    let ask = ask.and_then(|reading| ask_next(&kept.frame, &diary, reading));
    let card = sheet::reading(&voice, &kept.frame, &view, width);
    Ok(card.map(|card| sheet::ReadingCard {
        ask: ask.map(|ask| sheet::ask(&voice, &kept.frame, &ask)),
        ..card
    }))
}

async fn forecast(
    keeper: &Keeper,
    asker: Asker,
    days: u32,
    width: u16,
) -> Result<Result<sheet::Forecast, sheet::NoForecast>, Problem> {
    let kept = keeper.reading(asker).await?;
    let (_, _, voice) = keeper.look()?;
    let view = forecast::forecast(&kept.frame, &kept.reading, days);
    Ok(sheet::forecast(&voice, &kept.frame, &view, width))
}

async fn set_day_start(keeper: &Keeper, hour: i8) -> Result<sheet::Written, Problem> {
    let settings = Settings {
        day_start: Some(hour.clamp(0, 23)),
        ..Settings::default()
    };
    keeper.set(settings).await
}

async fn set_zone(keeper: &Keeper, zone: String) -> Result<sheet::Written, Problem> {
    let known = keeper.zones.get(&zone);
    let Some(zone) = known.as_ref().and_then(|zone| zone.iana_name()) else {
        return Err(keeper.form(keeper.words.err_zone_unknown(), keeper.words.rec_zone_unknown()));
    };
    let settings = Settings {
        zone: Some(zone.to_owned()),
        ..Settings::default()
    };
    keeper.set(settings).await
}

fn plain(answer: impl Serialize) -> Answered {
    Ok((pack(&answer), None))
}

fn with_file((made, bytes): (sheet::FileMade, Vec<u8>)) -> Answered {
    Ok((pack(&made), Some(bytes)))
}
