
## Help: what stands before everything else

help-title = Help
help-lead = If something on this page is happening, act first and read later.
help-signs-title = Signs that must not wait
help-lines-title = People to call
help-act-emergency = Call the emergency number now
help-act-today = Speak with a doctor today
help-act-soon = Speak with a doctor soon
help-why = Why
help-what-to-do = What to do
help-urgency-is-ours = How urgent a sign is, is Ebb's own judgement. Ebb is not a doctor: when in doubt, call.
help-say-kratom = Say that you use kratom, how much and since when. Not every doctor knows it; your log can help.

## Help: how far a statement may be trusted

grounds-line = { $source } Seen in: { $population }. { $grounds }
grounds-a = Measured in people or in the product, and read in the study's own text.
grounds-b = Reported second-hand, or standing on little.
grounds-c = From single reports of cases or users.
grounds-d = Measured in animals, not in people.
grounds-e = Measured in a dish, not in people.
grounds-f = Ebb's own model, fitted to published figures.
grounds-j = Ebb's own judgement.
grounds-m = From memory, not verified. Do not rely on it.

## Help: signs. What is seen, why it matters, what to do

help-sign-not-breathing = Breathing is slow, shallow or has stopped, lips look blue, or someone cannot be woken
help-why-not-breathing = Opioids slow breathing. So do alcohol, tranquilizers and sleeping pills, and together they do it more. For 7-OH products nobody knows a limit that is safe.
help-do-not-breathing = Call the emergency number and stay. Lay the person on their side. Give naloxone if there is some; it can wear off before the drug does.
help-sign-seizure = A seizure
help-why-seizure = Seizures are reported with kratom, often when something else was taken too.
help-do-seizure = Call the emergency number. Move hard things away and put nothing in the mouth. When it stops, lay the person on their side.
help-sign-heart = Chest pain, fainting, or a heartbeat that is very slow, very fast or uneven
help-why-heart = Kratom can change the rhythm of the heart, and other medicines can add to it.
help-do-heart = Call the emergency number. Sit or lie down, and do not drive.
help-sign-overheated = High fever with stiff muscles, jerking or confusion
help-why-overheated = Too much serotonin shows like this. It is reported when kratom meets some medicines, such as those for depression.
help-do-overheated = Call the emergency number. Say everything that was taken.
help-sign-confused = Severe confusion, or seeing or hearing what is not there
help-why-confused = This is not a usual part of kratom withdrawal. Another withdrawal, an infection or a mixture can cause it.
help-do-confused = Call the emergency number. Stay with the person, with light on and noise off.
help-sign-suicide = Thoughts of ending your life
help-why-suicide = Mood can sink while cutting down or stopping. It can be helped, and it can pass.
help-do-suicide = Call a crisis line or the emergency number now, or tell someone near you. You do not have to explain it well.
help-sign-stroke = Sudden weakness on one side, a drooping face, or trouble speaking
help-why-stroke = These are signs of a stroke, whatever caused it. Minutes count.
help-do-stroke = Call the emergency number. Remember when it began.
help-sign-child = A child swallowed some
help-why-child = A child has no tolerance. No amount is known to be safe.
help-do-child = Call the poison line or the emergency number now, even if nothing shows yet. Keep the package at hand.
help-sign-mixed = Kratom together with opioids, alcohol, tranquilizers or sleeping pills
help-why-mixed = They slow breathing too. In most deaths in which kratom was judged to play a part, something else was found too.
help-do-mixed = Take no more of either, and do not be alone until it has worn off. If someone cannot be woken, call the emergency number. Speak with a doctor today.
help-sign-two-withdrawals = You are also stopping alcohol, benzodiazepines, sleeping pills, gabapentin, pregabalin or GHB
help-why-two-withdrawals = After daily use, stopping these suddenly can bring seizures, and it can kill.
help-do-two-withdrawals = Do not stop these alone or all at once. Call a doctor or a clinic today, before the next change.
help-sign-liver = Yellow skin or eyes, dark urine, pale stools, itching, or pain on the upper right of the belly
help-why-liver = Liver injury is reported with kratom, mostly within weeks of starting.
help-do-liver = See a doctor today and say that you use kratom. A blood test shows it.
help-sign-dehydrated = You have kept no fluids down for a day, hardly pass urine, or are dizzy when you stand
help-why-dehydrated = Vomiting and diarrhea belong to withdrawal. Losing more than you can drink is dangerous.
help-do-dehydrated = Take small sips, often. Call a doctor or an advice line today. If someone faints or is confused, call the emergency number.
help-sign-pregnant = You are pregnant, may be pregnant, or breastfeed
help-why-pregnant = Going on and stopping suddenly can each carry a risk, and a newborn may have withdrawal.
help-do-pregnant = Do not stop suddenly. Speak with a midwife or a doctor today; this is something they can plan with you.
help-sign-low-mood = A new, heavy low mood that does not lift
help-why-low-mood = Low mood on stopping is common and mostly mild. When it is heavy, it needs help and not patience.
help-do-low-mood = Call a doctor today. If thoughts of ending your life come, call a crisis line now.
help-sign-medicines = You take other medicines
help-why-medicines = Kratom can slow how the body removes some of them.
help-do-medicines = Ask a pharmacist or a doctor before you change either. Say the word kratom: it is not in every book.
help-sign-illness = You have an illness of the liver, heart or kidneys, or seizures, or you are under 18 or over 65
help-why-illness = Kratom was not studied in these groups, and the known harms weigh more there.
help-do-illness = Speak with a doctor in the next days, before you cut down or stop.

## Help: lines by country

help-verify = Nobody has checked these numbers. They may have changed. Verify them before you need them; if one does not answer, call the emergency number.
help-not-verified = not verified
help-verified = checked { $date }
help-country-choose = Country
help-country-why = Taken from the language of the browser until you choose. Ebb does not look where you are.
help-numbers-of = Numbers for { $country }, { $checked }
help-country-change = Change the country
help-elsewhere = There is no list for this place. Call your local emergency number. On most mobile phones 112 reaches one.
help-works-locked = This page works while the diary is locked and without a connection. A call needs a phone network.
help-call = Call { $number }
help-text = Text { $number }
help-line = { $name }: { $number }
help-service-emergency = Ambulance
help-service-crisis = Someone to talk to
help-service-poison = Something was swallowed
help-service-advice = Medical advice
help-service-drugs = Advice about drugs
help-reach-call = call
help-reach-call-or-text = call or text
help-reach-text = text { $word }
help-hours-always = day and night
help-hours-daily = daily { $from } to { $to }
help-hours-weekdays = Monday to Friday { $from } to { $to }
help-hours-unknown = hours not known

## Help: countries

country-at = Austria
country-au = Australia
country-be = Belgium
country-ca = Canada
country-ch = Switzerland
country-cz = Czechia
country-de = Germany
country-dk = Denmark
country-es = Spain
country-eu = Elsewhere in the European Union
country-fi = Finland
country-fr = France
country-gb = United Kingdom
country-gr = Greece
country-hu = Hungary
country-ie = Ireland
country-in = India
country-it = Italy
country-jp = Japan
country-lu = Luxembourg
country-my = Malaysia
country-nl = Netherlands
country-no = Norway
country-nz = New Zealand
country-pl = Poland
country-pt = Portugal
country-ro = Romania
country-se = Sweden
country-th = Thailand
country-us = United States
country-zz = Another place
