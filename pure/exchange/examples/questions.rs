fn main() {
    use ebb_exchange::import::*;
    let answers = Answers(
        std::env::args()
            .skip(3)
            .map(|a| {
                let (k, v) = a.split_once('=').unwrap();
                (k.to_owned(), v.to_owned())
            })
            .collect(),
    );
    let a: Vec<String> = std::env::args().collect();
    let zone = jiff::tz::TimeZone::get(&a[2]).unwrap();
    let now: jiff::Timestamp = "2026-11-21T00:00:00Z".parse().unwrap();
    match read(None, &std::fs::read(&a[1]).unwrap(), &answers, &Zones::home(zone), now) {
        Err(e) => println!("ERR {e:?}"),
        Ok(r) => {
            let d = ebb_core::fold::fold([]);
            let p = plan(&r, &d, &answers, None);
            println!("{:#}", Report::of(&p).to_json(None));
        }
    }
}
