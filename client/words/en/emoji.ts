/**
 * The emoji that are offered, with the English words they are found by. A line an emoji: the sign, its
 * name, and behind a bar further words. The picture itself is the system's; nothing is fetched for it.
 *
 * No part of `words`, so that only who asks for an emoji fetches it. test/unit/text/emoji.test.ts holds
 * every line to being one sign with a name of its own.
 */
export const emojiGroups = {
  faces: {
    name: "Faces",
    list: `
😀 grinning face|happy smile glad
😃 big smile|happy joy open
😄 smiling eyes|happy laugh glad
😁 beaming|grin teeth happy
😆 laughing|haha squint satisfied
😅 relieved laugh|sweat phew nervous
🤣 rolling laughing|rofl floor funny
😂 tears of joy|joy laugh cry lol funny
🙂 slight smile|smile fine ok
🙃 upside down|silly irony
😉 wink|joke
😊 blush|smile warm pleased
😇 halo|angel good innocent
🥰 smiling hearts|love adore
😍 heart eyes|love wow
🤩 star eyes|wow excited impressed
😘 kiss|love thanks
😋 yummy|delicious tasty tongue
😛 tongue|silly play
😜 winking tongue|silly crazy joke
🤪 zany|silly wild goofy
🤓 nerd|glasses study clever
😎 sunglasses|cool
🥳 party face|celebrate birthday hooray
🤗 hug|thanks welcome
🤭 giggle|oops hand over mouth
🤫 shush|quiet silence secret
🤔 thinking|hmm wonder question consider
🧐 monocle|look closely inspect examine
🤨 raised eyebrow|doubt really sceptical
😐 neutral|meh plain
😑 expressionless|meh blank
😶 no mouth|silent speechless
😏 smirk|sly
😒 unamused|not happy meh
🙄 rolling eyes|sigh
😬 grimace|awkward eek
😌 relieved|calm peaceful
😔 pensive|sad thoughtful
😪 sleepy|tired
😴 sleeping|tired zzz bored
😷 mask face|ill sick
🤒 thermometer face|ill sick fever
🤧 sneeze|cold ill tissue
🥵 hot face|heat summer
🥶 cold face|freezing winter
😵 dizzy|confused
🤯 mind blown|wow exploding head surprise
😕 confused|unsure puzzled
😟 worried|concern
🙁 slight frown|sad
😮 open mouth|wow surprise oh
😲 astonished|wow surprise shock
😳 flushed|embarrassed oops
🥺 pleading|please puppy eyes
😨 fearful|afraid scared
😰 anxious|sweat worried nervous
😢 crying|sad tear
😭 sobbing|cry sad loudly
😱 scream|scared shock fear
😖 confounded|struggle
😣 persevering|struggle hard effort
😞 disappointed|sad
😩 weary|tired
😫 tired|exhausted
🥱 yawn|bored tired
😤 steam|determined huff
😡 angry|mad red
🤖 robot|machine computer
👻 ghost|boo halloween
👽 alien|space
💩 poo|funny
`,
  },
  people: {
    name: "Hands and people",
    list: `
👍 thumbs up|yes agree good like ok +1
👎 thumbs down|no disagree bad -1
👏 clap|applause bravo well done
🙌 raised hands|hooray celebrate yes
👐 open hands|hug welcome
🤲 palms up|offer together
🤝 handshake|agree deal together
🙏 folded hands|thanks please hope
✋ raised hand|stop question high five
👋 wave|hello hi goodbye bye
🖐️ hand|five fingers spread
👌 ok hand|fine perfect
✌️ victory|peace two
🤞 crossed fingers|luck hope
🤟 love you hand|sign
👈 pointing left|back
👉 pointing right|next this
👆 pointing up|above this
👇 pointing down|below this
☝️ one finger|first point up
✊ fist|strength zero
👊 fist bump|punch
💪 strong|muscle effort power
✍️ writing hand|write pen
👂 ear|listen hear
👀 eyes|look see watch notice
👁️ eye|look see
🧠 brain|think mind learn
🗣️ speaking|talk say voice
👤 one person|someone
👥 two people|group pair
👶 baby|child
🧒 child|pupil kid
👦 boy|pupil kid
👧 girl|pupil kid
🧑 person|adult
👨 man|adult
👩 woman|adult
🧓 older person|grandparent
🙋 hand up|question volunteer me ask
🤷 shrug|unsure do not know
🤦 facepalm|oops oh no
💁 explaining|here you are
🙅 no gesture|stop not
🙆 ok gesture|yes fine
🧑‍🏫 teacher|school class lesson
👩‍🏫 woman teacher|school class lesson
👨‍🏫 man teacher|school class lesson
🧑‍🎓 student|graduate school
🧑‍🔬 scientist|science experiment lab
🧑‍💻 technologist|computer coder laptop
🧑‍🎨 artist|paint art
🧑‍🚀 astronaut|space
🧑‍🌾 farmer|garden plants
🧑‍🍳 cook|kitchen chef
🏃 running|hurry fast
🚶 walking|walk
🧍 standing|wait
💃 dancing|dance party
🧘 calm|meditate yoga breathe
👫 couple holding hands|friends
👪 family|parents home
👨‍👩‍👧‍👦 family of four|parents children home
🧑‍🤝‍🧑 friends|pair holding hands together
`,
  },
  school: {
    name: "School and things",
    list: `
📚 books|library read study
📖 open book|read
📕 red book|textbook
📗 green book|textbook
📘 blue book|textbook
📓 notebook|write journal
📒 ledger|notebook
📝 memo|note write paper
✏️ pencil|write draw
🖊️ pen|write
🖍️ crayon|draw colour
🖌️ paintbrush|paint art draw
📏 ruler|measure length straight
📐 triangle ruler|geometry angle measure
🧮 abacus|count maths number
✂️ scissors|cut
📎 paperclip|attach
📌 pushpin|pin place
📍 round pin|place here location
🔖 bookmark|remember
🏷️ label|tag name
📄 page|paper document
📃 sheet|paper
📑 tabs|bookmarks papers
📁 folder|file
🗂️ dividers|folders sort
🗃️ card box|sort file
📋 clipboard|list tasks
📅 calendar|date day
🗓️ spiral calendar|date month
⏰ alarm clock|time wake
⏱️ stopwatch|time timer
⏳ hourglass|wait time
🕐 clock|time hour
📊 bar chart|data graph table
📈 chart rising|growth up progress graph
📉 chart falling|down decline graph
🔢 numbers|count digits maths
🔤 letters|alphabet abc language
🔍 magnifying glass|search look find
🔬 microscope|science lab
🔭 telescope|space stars
🧪 test tube|experiment science lab
🧫 petri dish|lab biology
🧬 dna|biology genes
🧲 magnet|physics attract
⚗️ flask|chemistry experiment
🌡️ thermometer|temperature
⚖️ scales|balance weigh compare fair
💡 light bulb|idea insight
🔦 torch|light flashlight
🕯️ candle|light
🔋 battery|energy power
🔌 plug|electric power
💻 laptop|computer
🖥️ screen|computer desktop
⌨️ keyboard|type
🖨️ printer|print
📱 phone|mobile
📷 camera|photo picture
🎥 film camera|video movie
🎤 microphone|speak sing
🎧 headphones|listen music
📢 loudspeaker|announce
🔔 bell|ring remind
🎒 school bag|backpack
🏫 school|building class
🚪 door|room
🪑 chair|seat
🔑 key|answer open
🔒 locked|closed private
🔓 unlocked|open
🧩 puzzle piece|fit problem part
🎲 dice|chance game probability
🎯 target|goal aim
🏆 trophy|win prize
🏅 medal|win prize
🎨 palette|art paint colour
🎭 theatre|drama play
🎵 music note|song
🎶 music notes|song
🎁 gift|present
🎈 balloon|party
🎉 party popper|tada celebrate hooray
🎊 confetti|celebrate
🧱 brick|build block
🪜 ladder|steps scaffold climb
🔧 wrench|fix tool
🔨 hammer|build tool
🧰 toolbox|tools
⚙️ gear|settings machine
🔗 link|chain connect
✉️ envelope|mail letter
📬 mailbox|post letter
🗑️ bin|rubbish delete
⚽ football|soccer ball sport
🏀 basketball|ball sport
`,
  },
  nature: {
    name: "Nature and food",
    list: `
☀️ sun|sunny day summer light
🌤️ sun and cloud|weather
☁️ cloud|weather
🌧️ rain|weather wet
⛈️ storm|thunder weather
⚡ lightning|electricity fast energy
❄️ snowflake|snow winter cold
⛄ snowman|winter
🌈 rainbow|colours
💧 drop|water
🌊 wave of water|sea ocean
🔥 fire|hot flame great
💨 wind|air blow
🌪️ tornado|storm
🌍 earth|world globe africa europe planet
🌎 earth americas|world globe planet
🌏 earth asia|world globe planet
🌐 globe lines|world latitude longitude
🪐 ringed planet|saturn space
🌑 new moon|dark phase
🌓 half moon|quarter phase
🌕 full moon|phase night
🌙 crescent moon|night
⭐ star|favourite good
🌟 glowing star|great
✨ sparkles|new shiny magic
☄️ comet|space
🌱 seedling|growth plant sprout
🌿 herb|leaf plant
🍀 four leaf clover|luck
🍂 fallen leaves|autumn fall
🍁 maple leaf|autumn
🌳 tree|wood
🌲 evergreen|fir pine tree
🌵 cactus|desert
🌸 blossom|flower spring
🌷 tulip|flower spring
🌻 sunflower|flower summer
🌹 rose|flower
🍄 mushroom|fungus
🌾 grain|wheat harvest
🐶 dog|pet animal
🐱 cat|pet animal
🐭 mouse|animal
🐰 rabbit|animal
🦊 fox|animal
🐻 bear|animal
🐼 panda|animal
🦁 lion|animal
🐮 cow|animal farm
🐷 pig|animal farm
🐸 frog|animal
🐵 monkey|animal
🐔 chicken|hen bird
🐧 penguin|bird
🐦 bird|animal
🦉 owl|wise bird
🐝 bee|insect honey
🦋 butterfly|insect change
🐛 caterpillar|insect bug
🐞 ladybird|insect beetle
🐌 snail|slow
🐢 turtle|slow tortoise
🐍 snake|animal
🐠 fish|sea animal
🐬 dolphin|sea animal
🐳 whale|sea animal
🐘 elephant|animal big
🦒 giraffe|animal tall
🐴 horse|animal
🦖 dinosaur|rex fossil
🍎 red apple|fruit teacher
🍐 pear|fruit
🍊 orange|fruit tangerine
🍋 lemon|fruit
🍌 banana|fruit
🍇 grapes|fruit
🍓 strawberry|fruit
🍉 melon|fruit
🥕 carrot|vegetable
🌽 corn|vegetable maize
🥔 potato|vegetable
🍞 bread|food
🧀 cheese|food
🥚 egg|food
🍕 pizza|food fraction slice
🍰 cake|birthday slice
🎂 birthday cake|party
🍪 biscuit|cookie
🍫 chocolate|sweet
☕ coffee|tea drink break hot
🍵 tea|drink cup
🥛 milk|drink glass
`,
  },
  places: {
    name: "Places and travel",
    list: `
🏠 house|home
🏡 house with garden|home
🏙️ city|town
🏥 hospital|health
🏦 bank|money
🏛️ museum|classical building
⛪ church|building
🕌 mosque|building
🏰 castle|history
🗼 tower|paris tokyo
🌉 bridge|river
⛰️ mountain|hill
🌋 volcano|eruption
🏖️ beach|holiday
🏜️ desert|dry
🏝️ island|sea
🗺️ map|world geography
🧭 compass|direction north
🚗 car|drive
🚌 bus|school trip
🚲 bicycle|bike ride
🚂 locomotive|train steam
🚆 train|travel
✈️ plane|fly travel
🚀 rocket|launch space fast
⛵ sailing boat|sea
🚢 ship|sea
🚦 traffic light|stop go
⚓ anchor|ship picture of understanding
⛺ tent|camp
`,
  },
  signs: {
    name: "Hearts and signs",
    list: `
❤️ red heart|love
🧡 orange heart|love
💛 yellow heart|love
💚 green heart|love
💙 blue heart|love
💜 purple heart|love
🖤 black heart|love
🤍 white heart|love
💔 broken heart|sad
💯 hundred|full all perfect
✅ check mark|done yes right
☑️ ticked box|done yes
✔️ tick|done yes right
❌ cross|no wrong
❎ crossed box|no
➕ plus|add more
➖ minus|less subtract
➗ divide|division maths
✖️ times|multiply maths
🟰 equals|same maths
♾️ infinity|endless
❓ question|ask why
❔ white question|ask why
❗ exclamation|important
‼️ double exclamation|important
⁉️ exclamation question|what
⚠️ warning|careful attention
🚫 forbidden|no not
🛑 stop|halt sign
⬆️ arrow up|above
⬇️ arrow down|below
⬅️ arrow left|back
➡️ arrow right|next leads to
↔️ arrow left right|both ways
↕️ arrow up down|both ways
🔄 circle arrows|again repeat cycle
↩️ arrow back|return
🔁 repeat|again loop
⏩ fast forward|next
⏸️ pause|wait
▶️ play|start
🔴 red circle|dot
🟠 orange circle|dot
🟡 yellow circle|dot
🟢 green circle|dot
🔵 blue circle|dot
🟣 purple circle|dot
⚫ black circle|dot
⚪ white circle|dot
🟥 red square|block
🟧 orange square|block
🟨 yellow square|block
🟩 green square|block
🟦 blue square|block
🔺 red triangle|up shape
🔷 blue diamond|shape
💬 speech bubble|talk say comment
💭 thought bubble|think wonder
🗯️ angry bubble|shout
💤 sleep sign|zzz tired
💥 collision|boom crash
💫 dizzy star|wow
🆕 new|fresh
🆗 ok sign|fine
🆘 help sign|sos
ℹ️ information|info about
1️⃣ one|first number
2️⃣ two|second number
3️⃣ three|third number
4️⃣ four|number
5️⃣ five|number
🥇 first place|gold medal
🥈 second place|silver medal
🥉 third place|bronze medal
🏁 finish flag|end race
🚩 red flag|mark attention
🏳️‍🌈 rainbow flag|pride
🇺🇸 flag of the united states|usa america
🇨🇦 flag of canada|
🇲🇽 flag of mexico|
🇬🇧 flag of the united kingdom|britain england
🇪🇸 flag of spain|
🇫🇷 flag of france|
🇩🇪 flag of germany|
🇮🇳 flag of india|
🇨🇳 flag of china|
🇯🇵 flag of japan|
🇧🇷 flag of brazil|
🇺🇦 flag of ukraine|
`,
  },
} as const;
