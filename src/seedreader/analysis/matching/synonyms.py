"""Narrow groups of words that tell one act or thing in the news, for seeing one fact in two wordings.

Written by hand, as facts of English. They stand beside the wider groups by which passages are found
(`matching.thesaurus`): for finding, narrow groups add more chance than sense.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from seedreader.analysis.matching import thesaurus

_GROUPS = """
overturn overturned quash quashed vacated annulled annulment
uphold upheld affirmed affirm affirming
pardon pardoned clemency commuted commutation amnesty reprieve
plead pled pleaded plea pleading admitted
witness eyewitness onlooker bystander passerby passersby
lawyer attorney barrister solicitor counsel advocate
ruling verdict judgment judgement ruled decision
judge magistrate jurist justice
injunction restraining blocked barred gagging
settle settlement settled compromise
damages compensation restitution reparations redress payout compensate
perjury lied lying falsehood untruthful
bribe bribery bribed kickback graft backhander sweetener
embezzle embezzlement siphoned misappropriated misappropriation skimmed
fraud scam swindle defraud con deception ponzi
fraudster conman scammer swindler crook
forge forged forgery counterfeit fake bogus
extort extortion blackmail racketeering shakedown
smuggle smuggling trafficking trafficker contraband
stalk stalker stalking harass harassment pestered
abuse abused molested mistreated mistreatment maltreatment
pedophile paedophile predator molester
vandal vandalism vandalised vandalized defaced graffiti
arson arsonist torched firebomb firebombed firebug
torch torched ablaze alight ignited kindled
behead beheaded beheading decapitated decapitation
strangle strangled choked throttled strangulation asphyxiated garrotted
poison poisoned poisoning toxin toxic
dismember dismembered dismemberment mutilated butchered
bludgeon bludgeoned battered pummelled pummeled
punch punched slapped slugged
stab stabbed stabbing knifed slashed
knife blade machete dagger sword knives
gun pistol handgun revolver firearm sidearm
rifle shotgun carbine kalashnikov
bullet bullets cartridge ammunition casings
gunfight shootout firefight gunbattle
rampage spree massacre bloodbath
sniper marksman marksmen sharpshooter
barricade barricaded holed entrenched
standoff siege stalemate impasse
fugitive runaway escapee manhunt
escape escaped jailbreak breakout absconded fled
recapture recaptured rearrested caught
prison jail penitentiary gaol lockup
inmate prisoner convict detainee
cell jail custody lockup
warden guard jailer jailers turnkey
handcuff handcuffed handcuffs shackled shackles cuffed manacled
frisk frisked searched patted
raid raided raids swoop swooped
impound impounded confiscate confiscated confiscation seizure seized
stash haul cache hoard trove
informant informer tipster tipoff mole
escort escorted removed ushered led
eject ejected ejection removed expelled evicted
trespass trespassed trespasser intruder intruded intrusion
burglar burglary intruder housebreaking
mug mugged mugging mugger robbed
gang mob mafia cartel syndicate
gangster mobster mafioso racketeer
kingpin druglord boss capo
feud vendetta grudge grudges
lure lured enticed coaxed tricked
captive captivity hostage captor imprisoned
kidnap kidnapped abduct abducted snatched seized
free freed released liberated loose
missing disappeared vanished disappearance unaccounted
unidentified unknown unnamed anonymous unspecified
corpse cadaver carcass body
autopsy postmortem coroner pathologist
offence offense crime felony misdemeanor
offender criminal felon lawbreaker
prostitute prostitution brothel pimp
porn pornography pornographic obscene
plot plotted conspired conspiracy conspirator
accomplice conspirator collaborator abetted
mastermind ringleader orchestrated architect masterminded
incite incited incitement instigated instigator stirred fomented
treason traitor treasonous betrayed betrayal sedition
torture tortured torment tormented waterboarding
flog flogged flogging whipped lashes lashed
wiretap wiretapping wiretapped eavesdrop eavesdropping intercepted bugged
mourn mourned mourning grief grieving bereaved
unhurt unharmed unscathed uninjured
survive survived survivor survival alive
unconscious unresponsive comatose coma
bleed bled bleeding haemorrhage hemorrhage blood
burn burned burns scalded charred
fracture fractured broken broke shattered
bruise bruised bruising bruises grazes
trample trampled stampede crush crushed
trap trapped stuck jammed wedged pinned
strand stranded marooned stuck
rubble debris wreckage wreck
collapse collapsed caved crumbled
pileup crash collision smashup
ram rammed plowed ploughed slammed smashed
swerve swerved veered careened careered
skid skidded slid slipped
overturn overturned flipped somersaulted
plunge plunged plummeted fell
topple toppled tumbled keeled
electrocute electrocuted electrocution shocked
suffocate suffocated suffocation asphyxiated asphyxiation smothered
fumes gas vapour vapor smoke
spill spilled spilt spillage leak leaked seeped
explode exploded erupted burst
blast blew blown detonated exploded
firefighter fireman firemen firefighters
engulf engulfed gutted enveloped
extinguish extinguished doused quenched quelled
wildfire bushfire brushfire blaze
evacuee displaced refugees uprooted
shelter sheltered sheltering refuge haven
rescuer responders paramedic paramedics
ambulance paramedic medic medics
helicopter helicopters chopper copter
capsize capsized overturned sank
aground grounded beached reef reefs
drift drifting drifted adrift floated
yacht sailboat catamaran boat
runway airstrip tarmac taxiway
pilot aviator copilot aviators
disaster catastrophe calamity tragedy
devastate devastated devastation ravaged wrecked
flatten flattened levelled leveled razed
jolt jolted rattled shook shaken rocked
erupt erupted eruption spewed belched
landslide landslip mudslide rockfall
floodwater flooded submerged swamped inundated
flood floods flooding inundation
dam levee embankment dyke dike
rainstorm downpour torrential monsoon rains
gust gusts gale gales wind winds
forecast forecaster meteorologist predicted prediction
cold freezing frigid chill
swelter sweltering scorching sizzling blistering
fog mist haze murk
drought dry parched arid
strengthen strengthened intensified intensify
airstrike bombing raid sortie bombardment
bombard bombarded bombardment shelled shelling pounded
explosive explosives ied dynamite tnt
warship frigate destroyer corvette
soldier serviceman servicemen trooper infantryman
battalion brigade regiment platoon
desert deserter deserted desertion awol
besiege besieged siege encircled surrounded
liberate liberated retook retaken recaptured
retaliate retaliated retaliation retaliatory revenge reprisal avenge
repel repelled repulsed beaten
infiltrate infiltrated infiltrator infiltration
truce armistice ceasefire lull
violate violated violation breach flouted
disarm disarmed disarmament demilitarised demilitarized
genocide massacre cleansing extermination exterminated
uprising rebellion revolt insurrection mutiny
mercenary mercenaries contractor contractors
enrich enrichment uranium centrifuge
treaty accord pact convention protocol
mediate mediator mediation brokered intermediary
banish banished exile exiled
spy spies espionage agent
secede secession separatist breakaway secessionist
recognise recognize recognition acknowledged
apologise apologize apology apologetic sorry
regret remorse contrition regretful
veto vetoed vetoing blocked
abstain abstained abstention abstentions
candidate nominee contender hopeful
challenger rival opponent contender
inaugurate inaugurated inauguration sworn
swear swore sworn oath
resign resigned resignation quit stepped relinquished
oust ousted ouster toppled deposed unseated
dictator autocrat strongman tyrant despot
deadlock deadlocked gridlock logjam
overhaul reform revamp restructure reorganise reorganize
repeal repealed scrapped abolished rescinded
abolish abolished abolition abolishing ended
enact enacted enactment legislated
amend amended amendment revised
decree edict order proclamation
scandal controversy furore uproar
gaffe blunder mistake error
conceal concealed coverup hid hidden
subsidy subsidies subsidise subsidize subsidised
pensioner retiree retirees seniors elderly
audited auditor accountant accounting
fund funded funding finance financed bankrolled
donate donated donation donor contribution
citizenship naturalised naturalized nationality
protester demonstrator marcher picketer
march marched parade procession
riot rioter rioting looting
hurl hurled threw thrown pelted
strike picket picketed walkout stoppage
layoff layoffs redundancies redundant retrenched
terminate terminated dismissed sacked fired
unemployed unemployment jobless joblessness
recruit recruited hired hire
staff workforce employees personnel payroll
vigil mourners candlelight candlelit
exceed exceeded surpassed topped eclipsed
divest divested divestiture divestment
auction auctioned bidding hammer
customer client shopper consumer
patent patented infringe infringement
collusion collude colluded cartel
defect fault flaw faulty defective
unveil unveiled reveal present presented launch
showcase showcased exhibited demonstrated
manufacture manufactured produced producing
factory plant mill foundry
cargo shipment consignment freight
tycoon magnate mogul billionaire
rebound rebounded recovery recovered rally rallied
liquidate liquidated liquidation liquidator
plummet plummeted plunged tumbled slumped nosedived
soar soared surged skyrocketed rocketed
triple tripled threefold treble trebled
shrink shrank shrunk contracted contraction
boost boosted lift lifted bolster bolstered
gamble gambling bet betting casino
chip processor semiconductor microchip
robot robotic android automaton
dock docked docking berthed
orbit orbited orbiting circling
comet asteroid meteor meteorite
unearth unearthed dug excavated
genome gene genetic dna
clone cloned cloning replica
cure cured remedy healed
heal healed recovered recuperated
ill unwell ailing sick
shot jab vaccine inoculation
addict addiction addicted dependency
amputate amputated amputation severed
cancer tumour tumor leukemia leukaemia malignant
paralyse paralysed paralyzed paralysis quadriplegic paraplegic
cigarette tobacco smoking smoker
cannabis marijuana pot weed hashish
drunk intoxicated inebriated tipsy
contaminate contaminated tainted contamination
thrash thrashed routed trounced crushed hammered demolished
equalise equalize equaliser equalizer levelled
medal medallist medalist podium
sequel franchise instalment installment
premiere debuted debut debuts
cancelled canceled axed scrapped
photograph photo picture image
newspaper paper tabloid daily
nominee nominated nomination shortlisted
wed wedding married nuptials
bury buried burial interred laid
cremate cremated cremation ashes
canonise canonised canonized saint beatified
subway metro underground tube
rubbish trash garbage litter
acquitted acquittal exonerated exoneration cleared absolved vindicated
submarine submersible sub torpedo
landfall ashore coastline coast
blizzard whiteout snowstorm snowfall flurries
missile rocket projectile warhead
convoy motorcade cavalcade column
mortar shelling artillery howitzer
fleet armada flotilla squadron
commander colonel brigadier lieutenant
frontline trenches trench battlefield battleground
checkpoint roadblock outpost barricade
barracks garrison outpost fortress base
blockade embargo cordon blockaded
counterattack counteroffensive counterstrike retaliation
jihadist islamist jihadi fundamentalist
border frontier boundary demarcation
summit conference forum convention
referendum plebiscite vote ballot
constituency seat riding ward
premier premiership minister pm
republican gop conservative rightwing
reshuffle reshuffled shakeup overhaul
councillor councilor alderman council
deficit shortfall gap hole
austerity cutbacks retrenchment belt
bailout bailed rescue lifeline
activist campaigner advocate crusader
disperse dispersed scattered dispersal
boycott boycotted shunned snubbed
foreman supervisor overseer manager
apprentice trainee intern cadet
revenue sales turnover receipts
guidance forecast outlook projection
takeover acquisition buyout acquirer
suitor bidder offeror buyer
shareholder investor stockholder stakeholder
supermarket grocer grocery hypermarket
entrepreneur founder cofounder businessman
chairman chairwoman chair chairperson
recession downturn slump contraction
mortgage mortgages homebuyer homeowner
foreclosure foreclosed repossessed repossession
rout meltdown selloff freefall
halve halved half halving
cryptocurrency bitcoin crypto ethereum
lottery jackpot lotto powerball
outage downtime offline disruption
website site webpage homepage
smartphone iphone handset android blackberry
tablet ipad kindle ereader
satellite spacecraft orbiter probe
astronaut cosmonaut spaceman crewmember
liftoff blastoff launch takeoff
astronomer astrophysicist stargazer cosmologist
fossil fossilised fossilized skeleton bones
archaeologist archeologist excavate excavation dig
artefact artifact relic antiquity antiquities
tomb crypt mausoleum burial
graveyard cemetery churchyard burial
discovery breakthrough findings discovered
critical critically grave gravely serious seriously
stable stabilised stabilized steady satisfactory
ailment illness malady disorder
contagious infectious communicable transmissible
quarantine quarantined isolation isolated
dose dosage overdose dosing
pill tablet capsule medication
medicine medication drug pharmaceutical
prescribe prescribed prescription pharmacist pharmacy
painkiller opioid opiate fentanyl morphine
patient sufferer inpatient outpatient
surgery operation procedure surgical operated
transplant donor organ donated
cardiac heart coronary cardiovascular
chemotherapy radiation radiotherapy chemo
diabetes diabetic insulin glucose
kidney renal dialysis urinary
pregnant pregnancy expectant maternity
birth born childbirth newborn
newborn infant baby babies
miscarriage miscarried stillborn stillbirth
psychiatrist psychologist therapist counsellor counselor
disabled disability handicapped impaired
upset shock stunned surprise surprised
goalkeeper keeper goalie goaltender
defender defence defense fullback
referee umpire linesman official
championship title crown trophy pennant
tournament competition championship cup
captain skipper captaincy armband
trade traded swapped exchanged trading
cyclist rider cycling peloton
horse thoroughbred colt filly racehorse
knockout stoppage knocked tko
stadium arena venue ballpark
spectators attendance crowd audience
actress thespian starred starring
filmmaker director directed moviemaker
screenwriter screenplay script scriptwriter
episode instalment installment segment
comedian comic standup comedienne
anchorman newscaster newsreader presenter
concert gig recital gigs
orchestra symphony philharmonic ensemble
ballet ballerina dancer choreographer
painting canvas artwork masterpiece
sculpture statue monument sculptor
video footage clip recording filmed
journalist reporter correspondent newsman columnist
poet poetry poem poems
tribute homage honoured honored praised
romance dating dated relationship romantically
boyfriend girlfriend lover sweetheart
affair infidelity adultery unfaithful
coffin casket hearse pallbearers
pope pontiff vatican papacy
bishop archbishop cardinal prelate
priest clergyman cleric vicar reverend clergy
imam cleric mullah preacher
rabbi synagogue jewish judaism
blasphemy blasphemous sacrilege apostasy
teacher educator instructor tutor schoolteacher
principal headteacher headmaster headmistress
university universities college campus
exam examination test gcse tests
scholarship bursary fellowship grant
bully bullied bullying taunted tormented
lorry lorries truck tractor hgv
motorcycle motorbike motorcyclist biker scooter
bicycle bike cyclist pedal
pedestrian walker jogger passerby
highway motorway freeway interstate expressway
congestion gridlock jams tailback traffic
airport airfield aerodrome airstrip
harbour harbor port wharf quay
petrol gasoline fuel diesel
extinct extinction endangered dying
forest woodland jungle rainforest
harvest crop yield reaped
cattle cow cows livestock herd
cull culled slaughter euthanised euthanized
pesticide insecticide herbicide weedkiller
abdicate abdicated abdication throne renounce renounced
insist insisted maintain maintained assert asserted
stress stressed emphasise emphasised emphasized underline underlined
vow vowed pledge pledged promise promised
warn warned warning cautioned caution
urge urged appealed implored exhorted pleaded
demand demanded insisted requested request
accuse accused blame blamed alleged
reply replied respond responded answered response
decline declined refused refuse refusal
estimate estimated reckoned reckon projected
rumour rumor gossip hearsay
recall recalled remembered remember recollect
interview interviewed questioned quizzed
interrogate interrogated questioned grilled quizzed
chant chanted chanting slogans
quarrel quarreled altercation spat row
deny denied denial refuted dismissed
retract retracted retraction recanted withdrew
confirm confirmed verified verify authenticated
dawn daybreak sunrise sunup
dusk sunset nightfall twilight
midday noon noontime lunchtime
anniversary centenary centennial commemorate commemorated
huge massive enormous gigantic colossal vast
deadly fatal lethal deadliest
safe safely unharmed unhurt
angry furious outraged irate enraged anger
outrage anger fury uproar outcry
worried concerned anxious fearful
shocked shock stunned astonished dismayed
optimistic optimism hopeful upbeat bullish
pessimistic pessimism gloomy bleak bearish
wealthy rich affluent wealth fortune
grandmother grandma granny grandfather grandpa
widow widower widowed bereaved
tenant renter lodger occupant
villager resident townspeople townsfolk inhabitant
restaurant diner eatery cafe bistro
pub tavern saloon alehouse
nightclub club disco discotheque
mansion estate villa chateau
apartment flat condo condominium
intersection junction crossroads crossing
whale orca dolphin cetacean
bite bitten mauled mauling
dog canine puppy hound
resuscitate resuscitated resuscitation revived cpr
hospitalised hospitalized admitted rushed
diagnose diagnosed diagnosis detected
relapse relapsed recurrence recurred
malnutrition malnourished starving undernourished
vomit vomiting nausea diarrhoea diarrhea
faint fainted collapsed unconscious
limp limped limping hobbled
choke choked choking suffocated
climb climbed scaled ascended ascent
fall fell fallen plunged toppled tumbled
throw threw thrown tossed flung hurled
grab grabbed snatched seized
flee fled ran escaped
chase chased pursued pursuit tailed
gather gathered assembled congregated thronged
greet greeted welcomed welcome received
celebrate celebrated celebration rejoice rejoiced festivities
congratulate congratulated congratulations hailed
overtake overtook overtaken surpassed outstripped
eliminate eliminated knocked ousted
relegate relegated relegation demoted
promote promoted promotion elevated
demote demoted demotion downgraded
unbeaten undefeated winless streak
clinch clinched sealed secured
ski skier skiing slalom downhill
gymnast gymnastics gymnastic vault
overturn reversed reverse revoked
revoke revoked stripped rescinded
reinstate reinstated restored restore
disqualify disqualified disqualification barred
forfeit forfeited forfeiture relinquished
rename renamed rebranded rebrand
redesign redesigned revamped revamp
upgrade upgraded enhanced enhancement improved
expand expanded expansion enlarge enlarged widened
relocate relocated relocation moved
build built construct constructed construction erect erected
demolish demolished demolition bulldozed razed
renovate renovated renovation refurbished refurbishment
evict evicted eviction ousted
rent rental lease leased tenancy
borrow borrowed lent loan
repay repaid repayment reimbursed refund
outsource outsourced outsourcing offshore
steal stole stolen swiped pilfered
loot looted looting ransacked plundered
fly flew flown flight flying
drive driving drove driven
ride riding rode ridden rider
break broke broken snapped
freeze freezing froze frozen
write wrote written penned authored
speak speaking spoke spoken speech
forbid forbade forbidden banned prohibited
schedule scheduled slated due timetabled
shelve shelved scrapped mothballed
comb combed scour scoured searched
curb curbs curtail curtailed restrict restricted limit
spark sparked trigger triggered prompted provoked
ease eased relaxed loosened lifted
tighten tightened stricter toughened toughen
raise raised hike hiked increased
mull mulled mulling considering weighing contemplating
vie vied vying compete competed competing
stage staged host hosted held
spot spotted sighted sighting glimpsed
dub dubbed nicknamed nickname
obtain obtained procured secured
allow allowed permit permitted authorise authorised authorized
force forced compel compelled coerced obliged
notify notified alert alerted informed
fail failed failure unsuccessful
complete completed finalised finalized finished
resume resumed restart restarted
pause paused halt halted suspended
disagree disagreed disagreement differed
rift split schism divided division
unclear uncertain unknown undetermined
prolong prolonged extend extended lengthened
shrapnel fragments debris splinters
crackdown clampdown sweep roundup
sedan saloon hatchback suv
minibus minivan van bus coach
parachute parachuted skydive skydiver skydiving
tent camp encampment campsite
gem jewel jewellery jewelry diamond
divulge divulged disclosed leaked revealed
fake hoax bogus phoney phony
steal burgle burgled stole theft
perish perished drowned died
heatwave scorching sweltering hot
outlaw outlawed criminalise criminalised criminalized banned
legalise legalised legalize legalized decriminalised decriminalized
nationalise nationalised nationalized nationalisation expropriated
privatise privatised privatized privatisation privatization
devalue devalued devaluation depreciated
airlift airlifted flown evacuated winched
quell quelled suppressed crushed
smash smashed shatter shattered broke
oversee oversaw overseen supervised supervise
disband disbanded dissolved dissolve
dissolve dissolved dissolution prorogued
heir successor inherit inherited
portray portrayed depict depicted played
insult insulted slur slurs insulting
racist racism bigot bigotry discriminatory
discriminate discrimination bias prejudice
libel slander defamation defamed
plagiarise plagiarism plagiarised plagiarized copied
censor censored censorship gagged
hostile hostility unfriendly animosity
brutal brutally savage vicious
gruesome grisly horrific ghastly
courage brave bravery heroic heroism
cordon cordoned sealed closed
assemble assembled convened convene
nominee shortlist shortlisted finalist
narrow narrowly slim slender
annul annulled void voided invalidated nullified
renege reneged backtracked reversed
backtrack backtracked climbdown uturn reversal
disguise disguised masked impersonating
impersonate impersonated posed masqueraded
lease leasing chartered rented
siphon siphoned diverted embezzled
overspend overspent overran overrun
nude naked topless undressed
marriage matrimony wedlock wed nuptials
throng thronged crowd crowds packed
relative relatives kin family
colleague coworker workmate teammate
bodyguard bodyguards minder guard
aide adviser advisor assistant
adviser advisor consultant counsellor
headscarf hijab veil burqa niqab
empty deserted vacant unoccupied
derelict abandoned disused vacant
crowded packed overcrowded jammed
secret covert clandestine undercover
hamper hampered hinder hindered impeded
lag lagged lagging trailed trailing
consent consented assent permission
mandatory compulsory obligatory required
expire expired lapse lapsed
bargain haggle haggled negotiated
stalled stuck deadlocked bogged
snub snubbed spurned rebuffed
lambast lambasted blasted slammed criticised criticized
rebuke rebuked reprimand reprimanded chided scolded
censure censured reprimand reprimanded
applaud applauded clapped cheered ovation
boo booed jeered heckled heckler
cry cried wept weep sobbed tears
toll casualties deaths fatalities
"""


@cache
def senses() -> Mapping[str, tuple[str, ...]]:
    """The groups that each stem belongs to, the wider ones too."""
    return thesaurus.grouped(_GROUPS, "~", thesaurus.senses())
