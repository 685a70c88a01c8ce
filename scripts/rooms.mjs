/**
 * The rooms of the house and who may import whom. `.oxlintrc.json` and `docs/rooms.md` are made from this table, so that
 * the walls have one source: `node scripts/walls.mjs` writes both, house tests check that it did.
 */

/** What a room is, and which others it may import: of `src` by their bare names, others in full. */
const room = (is, may) => ({ is, may: may.split(' ').filter(Boolean) })

/**
 * Room → what it is and whom it may import; what is not listed is refused. Lower rooms stand first: none imports one that
 * imports it back (HOUSE-7).
 */
export const ROOMS = {
  // The pure rooms: no clock, no chance, no Node.
  'src/errors': room('the closed list of refusals, in Chinese and English', ''),
  'src/model': room('types and names everybody shares, no code that decides', ''),
  'src/shape': room('whether a value has the shape it must have, and what it lacks', ''),
  'src/lexicon': room('names of things in both languages', 'model'),
  'src/text': room('Chinese text: characters, words, where a line may break, typing put right', ''),
  'src/picture': room('picture files: their kinds, and what viewers pass over in them', ''),
  'src/page': room('lines, pages and drawings of a content on a grid', 'errors model text'),
  'src/paint': room('drawings onto a canvas', 'model'),
  'src/programme': room('what a screen is sent: canonical bytes, digests', 'errors model shape'),
  'src/signed': room('the one list of all that is signed, and its exact bytes', 'model programme'),
  'src/protocol': room('messages between screen and server', 'errors model shape'),
  'src/wire': room(
    'wire 2: what is said and what is signed on a line, and the keys of it',
    'errors model shape programme protocol signed',
  ),
  'src/trust': room(
    'what a screen believes on wire 2: keys, numbers, leases, time, withdrawals',
    'errors model signed wire',
  ),
  'src/line': room('both ends of a line of wire 2, step by step', 'errors model protocol trust wire'),
  'src/review': room(
    'who may decide what about a content, and which release of it stands',
    'errors lexicon model',
  ),
  'src/time': room('civil days and instants of the town', 'model'),
  'src/intake': room(
    'what a table, a document or a pasted text says of a content: columns, values, proposals',
    'errors lexicon model text time',
  ),
  'src/poster': room('what a sheet says and how it is laid out', 'errors lexicon model shape time text'),
  'src/content': room(
    'kinds of content: words, faults, freezing, pages and sheets of each in one folder',
    'errors intake lexicon model page poster text',
  ),
  'src/checks': room(
    'what may not go out in the words of a content, and what a person must answer for',
    'errors text',
  ),
  'src/campaign': room('what a campaign asks for on a day: stages, themes, minutes', 'errors model time'),
  'src/notices': room(
    'what is told outside the desk, in which words, to whom, and when again',
    'lexicon model review',
  ),
  'src/pack': room(
    'what a release gives to newspapers and to WeChat: which files, in which words',
    'model poster time',
  ),
  'src/report': room(
    'exports of the audit: what is said of one, and how a file is taken apart to be checked',
    'model poster programme signed',
  ),
  'src/schedule': room('which playlist a screen plays when, and why', 'model review time'),
  'src/session': room('one connection, from hello to playing', 'errors model protocol'),
  'src/publish': room(
    'from a town to programmes, and when which head goes out',
    'model programme schedule time',
  ),
  // The server around them.
  'src/adapters/process': room('this process: clock, environment, log, turns, caches', 'errors model'),
  'src/adapters/disk': room('files and keys below DATA_DIR', 'errors model page signed text'),
  'src/adapters/pool': room('child processes that do one job after another, and may be killed', 'errors'),
  'src/adapters/cluster': room(
    'what several processes of a town would share: feed, lease, presence, jobs, rates, witness',
    'cms/base src/adapters/disk src/adapters/process model',
  ),
  'src/adapters/images': room(
    'pictures, in a process of their own',
    'src/adapters/disk src/adapters/pool errors model picture poster',
  ),
  'src/adapters/office': room(
    'files of Excel and Word, read in a process of their own',
    'content errors intake src/adapters/pool',
  ),
  'src/adapters/pdf': room('PDF files: what stands in them, where they are cut, inks', 'errors'),
  'src/adapters/typst': room(
    'the typesetting engine and its workers',
    'src/adapters/pdf src/adapters/pool errors poster',
  ),
  'src/adapters/print': room(
    'sheets: setting, checking, printing one or many',
    'cms/base src/adapters/disk src/adapters/images src/adapters/pdf src/adapters/process src/adapters/typst errors poster text',
  ),
  'src/adapters/pack': room(
    'packs of releases: pictures at their sizes, and the .zip',
    'cms/base src/adapters/disk src/adapters/images src/adapters/print errors model pack paint picture time',
  ),
  'src/adapters/report': room(
    'exports of the audit, set by the typesetting engine',
    'cms/base src/adapters/disk src/adapters/print src/adapters/typst errors report',
  ),
  'src/adapters/template-gate': room(
    'what a template must pass before it may be used',
    'cms/base errors lexicon poster src/adapters/disk src/adapters/print src/adapters/process src/adapters/typst',
  ),
  'src/adapters/web': room(
    'HTTP: doors, policies, bodies, what is served',
    'cms/access cms/code-page src/adapters/disk src/adapters/process errors model',
  ),
  'src/adapters/outside': room(
    'what goes out of the house: addresses judged, notices posted, mail',
    'cms/base errors notices src/adapters/process',
  ),
  'src/adapters/devices': room(
    'sockets of screens and what they tell',
    'cms/base cms/playback errors model protocol session signed src/adapters/disk src/adapters/process src/adapters/web wire',
  ),
  'src/adapters/publishing': room(
    'the publish machine with database, objects and sockets around it',
    'cms/audit cms/playback cms/town content errors model programme publish review schedule session signed src/adapters/devices src/adapters/disk src/adapters/images src/adapters/process time',
  ),
  'src/adapters/demo': room(
    'the feed of the demo wall',
    'cms/records src/adapters/process src/adapters/publishing src/adapters/web errors model',
  ),
  'src/adapters/town': room(
    'a town wired together: CMS, backend of devices, ports, start banner',
    'cms cms/audit cms/base cms/database cms/imports cms/notices cms/print cms/records cms/seed cms/town cms/uploads content errors model poster protocol session src/adapters/cluster src/adapters/demo src/adapters/devices src/adapters/disk src/adapters/images src/adapters/office src/adapters/outside src/adapters/pdf src/adapters/print src/adapters/process src/adapters/publishing src/adapters/template-gate src/adapters/typst src/adapters/web text',
  ),
  src: room(
    'the composition root: what is built, started and stopped in which order',
    'cms/base cms/factors cms/starter content errors src/adapters/cluster src/adapters/demo src/adapters/devices src/adapters/disk src/adapters/images src/adapters/office src/adapters/pack src/adapters/process src/adapters/publishing src/adapters/report src/adapters/town src/adapters/typst src/adapters/web',
  ),
  // The player.
  'display-client/core': room('what the player decides', 'errors model programme protocol signed'),
  'display-client/fetch': room(
    'what it fetches, and the switch that cuts the network',
    'display-client/core model',
  ),
  'display-client/link': room(
    'its line to the server: second script',
    'display-client/core errors protocol wire',
  ),
  'display-client/shell': room('the page it lives in', 'display-client/core errors protocol'),
  'display-client/stage': room('what it draws, and when', 'display-client/core model paint'),
  'display-client/store': room('what it keeps', 'display-client/core model'),
  'display-client': room(
    'the player, put together: the first script',
    'display-client/core display-client/fetch display-client/shell display-client/stage display-client/store model protocol signed',
  ),
  // The records and the desk.
  'cms/requests': room('bodies and forms of requests', 'errors'),
  'cms/web': room('what pages in a browser share: language, asking the server, days', 'errors model time'),
  'cms/base': room(
    'what every room of the CMS stands on: ports, announcements, labels, wiring',
    'content errors lexicon model notices pack page poster report signed text',
  ),
  'cms/database': room(
    'the adapters of Payload: writing in turn, reading what is damaged',
    'cms/base errors model',
  ),
  'cms/errors': room('faults of Payload and the database in our own words', 'cms/base cms/database errors'),
  'cms/records': room(
    'rows as they are stored, and whether they hold',
    'cms/base cms/database errors model programme signed time',
  ),
  'cms/access': room('who may what', 'cms/base cms/records errors lexicon review'),
  'cms/audit': room(
    'the chain of acts, and what it tells of decisions',
    'cms/base cms/database cms/records errors model programme signed',
  ),
  'cms/factors': room('the second factor', 'cms/audit cms/base cms/records errors model review'),
  'cms/grids': room(
    'pages of a content on the grids of the town',
    'cms/base cms/records content errors model page',
  ),
  'cms/uploads': room(
    'pictures that people send, cleaned and kept',
    'cms/access cms/base cms/database cms/records errors',
  ),
  'cms/fields': room('fields of several collections', 'cms/access cms/base cms/web content lexicon model'),
  'cms/playback': room(
    'what is on record of heads, receipts and devices',
    'cms/audit cms/database cms/grids cms/records model',
  ),
  'cms/town': room(
    'the town as the publisher reads it, verified',
    'campaign cms/audit cms/base cms/database cms/grids cms/records content errors model page poster programme review time',
  ),
  'cms/workflow': room(
    'sending in, deciding, withdrawing',
    'checks cms/access cms/audit cms/base cms/factors cms/grids cms/records content errors model page programme review time',
  ),
  'cms/notices': room(
    'notices outside the desk: what happened, whom it is told, what came of it',
    'cms/access cms/audit cms/base cms/records cms/workflow content errors lexicon model notices review signed time',
  ),
  'cms/overview': room(
    'what lists and the first page tell of contents, read anew each time',
    'cms/access cms/base cms/grids cms/records cms/town cms/workflow content model poster review schedule time',
  ),
  'cms/writing': room(
    'two people at one row, and what saving puts right',
    'cms/audit cms/hooks cms/records cms/web errors text',
  ),
  'cms/hooks': room(
    'what every write passes: words, links, days, units, uses',
    'cms/access cms/base cms/records cms/town errors model review time',
  ),
  'cms/globals': room(
    'the name of the town',
    'cms/access cms/audit cms/base cms/factors cms/fields cms/hooks cms/records errors review',
  ),
  'cms/print': room(
    'orders to print, from the records to the engine',
    'cms/access cms/audit cms/base cms/errors cms/hooks cms/records cms/requests cms/town content errors model pack poster',
  ),
  'cms/postings': room(
    'sheets that hang, and what must come down',
    'cms/access cms/audit cms/base cms/print cms/records cms/requests cms/town cms/uploads content errors model poster time',
  ),
  'cms/audit-report': room(
    'the audit in words, for people: a page of it, and a file to take away',
    'cms/access cms/audit cms/base cms/records cms/web errors lexicon model poster report time',
  ),
  'cms/imports': room(
    'what offices bring in: looked at row by row, then made drafts, all or none',
    'cms/access cms/audit cms/base cms/records cms/workflow content errors intake programme text',
  ),
  'cms/code-page': room(
    'the page behind a check code',
    'cms/audit-report cms/base cms/postings cms/print cms/web errors model poster report',
  ),
  'cms/endpoints': room(
    'doors beside those of Payload',
    'cms/access cms/audit-report cms/base cms/imports cms/overview cms/postings cms/print cms/records cms/requests cms/starter cms/town cms/web cms/workflow errors poster',
  ),
  'cms/starter': room(
    'the starter library: what a town may begin with, as drafts',
    'cms/audit cms/base cms/records content errors model',
  ),
  'cms/seed': room(
    'the demo town and the first people',
    'cms/base cms/postings cms/print cms/records cms/starter cms/town cms/workflow content model poster time',
  ),
  'cms/forms': room(
    'collections that are written in one way: contents, and what is saved by hand',
    'cms/access cms/base cms/endpoints cms/fields cms/hooks content',
  ),
  // Collections: what is a row, who may, and what each write passes.
  'cms/collections/approvals': room('', 'cms/access cms/base cms/fields content lexicon model'),
  'cms/collections/audit': room('', 'cms/access cms/base cms/fields'),
  'cms/collections/derivations': room('', 'cms/access cms/base cms/fields'),
  'cms/collections/factors': room('', 'cms/access cms/base cms/fields'),
  'cms/collections/heads': room('', 'cms/access cms/base cms/fields lexicon model'),
  'cms/collections/pairings': room(
    '',
    'cms/access cms/audit cms/base cms/fields cms/playback cms/records cms/requests errors',
  ),
  'cms/collections/prints': room('', 'cms/access cms/base cms/fields'),
  'cms/collections/receipts': room('', 'cms/access cms/base cms/fields lexicon model'),
  'cms/collections/schedules': room(
    '',
    'cms/access cms/base cms/fields cms/town errors lexicon model schedule',
  ),
  'cms/collections/campaigns': room(
    '',
    'campaign cms/access cms/base cms/fields cms/hooks cms/town content errors lexicon model',
  ),
  'cms/collections/hotlines': room('', 'cms/access cms/base cms/fields cms/hooks cms/records content'),
  'cms/collections/terms': room('', 'cms/access cms/base cms/endpoints cms/fields checks errors'),
  'cms/collections/media': room('', 'cms/access cms/base cms/fields cms/hooks cms/uploads content'),
  'cms/collections/places': room('', 'cms/access cms/base cms/fields cms/hooks lexicon'),
  'cms/collections/playlists': room('', 'cms/access cms/base cms/fields cms/hooks content errors'),
  'cms/collections/posting-photos': room('', 'cms/access cms/base cms/fields cms/hooks cms/uploads'),
  'cms/collections/screens': room(
    '',
    'cms/access cms/audit cms/base cms/collections/pairings cms/fields cms/hooks cms/playback cms/records cms/requests errors lexicon model time',
  ),
  'cms/collections/units': room(
    '',
    'cms/access cms/base cms/fields cms/hooks cms/records content errors lexicon model',
  ),
  'cms/collections/users': room(
    '',
    'cms/access cms/audit cms/base cms/factors cms/fields cms/hooks cms/notices cms/records cms/requests content errors lexicon model',
  ),
  'cms/collections/webhooks': room(
    '',
    'cms/access cms/base cms/fields cms/notices cms/records cms/requests errors notices',
  ),
  'cms/collections/deliveries': room('', 'cms/access cms/base cms/fields cms/notices lexicon notices'),
  'cms/collections/poster-templates': room('', 'cms/access cms/base cms/fields cms/print'),
  'cms/collections/postings': room('', 'cms/access cms/base cms/fields cms/postings cms/requests'),
  'cms/collections/releases': room(
    '',
    'cms/access cms/base cms/endpoints cms/fields cms/records cms/workflow content lexicon model',
  ),
  'cms/collections/submissions': room(
    '',
    'cms/access cms/base cms/endpoints cms/fields cms/records cms/workflow content lexicon model review',
  ),
  'cms/collections/cases': room('', 'cms/base cms/fields cms/forms content'),
  'cms/collections/slogans': room('', 'cms/fields cms/forms content'),
  'cms/collections/techniques': room('', 'cms/base cms/fields cms/forms content'),
  'cms/collections': room(
    'the list of all collections',
    '@collections cms/audit cms/base cms/forms cms/hooks cms/writing content',
  ),
  cms: room(
    'the configuration of Payload, and the commands',
    'cms/access cms/base cms/collections cms/database cms/endpoints cms/errors cms/forms cms/globals cms/hooks cms/notices cms/print cms/web cms/writing errors',
  ),
  // Parts of the admin that are ours.
  'cms/components/dates': room('days and times of the town in every browser', 'cms/web'),
  'cms/components/audit': room('the audit as a page', 'cms/audit-report cms/web'),
  'cms/components/receipts': room('how far a release came', 'cms/base cms/web lexicon model'),
  'cms/components/screens': room('health and pairing of a screen', 'cms/components/receipts cms/web review'),
  'cms/components': room(
    'navigation and small marks of the desk',
    'cms/access cms/base cms/web cms/workflow lexicon review',
  ),
  'cms/components/early': room('what is pressed before the page is alive', ''),
  'cms/components/accessible': room('names and ways for who hears a page', 'cms/web'),
  'cms/components/names': room('names of linked rows in lists', 'cms/web'),
  'cms/components/manage': room(
    'settings and records, by their names',
    'cms/access cms/base cms/components cms/web',
  ),
  'cms/components/sign-in': room('signing in, in all its steps', 'cms/components cms/web errors model'),
  'cms/components/submission': room(
    'the page a decision is taken on',
    'checks cms/access cms/base cms/components/receipts cms/components/sign-in cms/grids cms/overview cms/postings cms/records cms/town cms/web cms/workflow content errors lexicon model paint review schedule time',
  ),
  'cms/components/writing': room('saving, conflicts, words found or put right', 'cms/web cms/writing text'),
  'cms/components/content': room(
    'the form of a content beside its live page: what is wrong, and sending in',
    'cms/components/submission cms/components/writing cms/overview cms/web cms/workflow cms/writing content lexicon model review',
  ),
  'cms/components/hotlines': room('what names a hotline', 'cms/overview cms/web'),
  'cms/components/media': room('the field for a picture file', 'cms/web errors picture'),
  'cms/components/print': room(
    'templates and what must come down',
    'cms/access cms/base cms/postings cms/web cms/workflow',
  ),
  'cms/components/account': room(
    'what a person sees of his own account',
    'cms/base cms/components cms/components/sign-in cms/factors cms/web model review',
  ),
  'cms/components/notices': room(
    'receivers tried out, and what became of each notice',
    'cms/access cms/notices cms/web notices',
  ),
  'cms/components/imports': room(
    'a file of an office: chosen, looked at, taken in',
    'cms/access cms/base cms/components cms/web',
  ),
  'cms/components/starter': room(
    'the starter library, offered to an empty town',
    'cms/access cms/starter cms/web',
  ),
  'cms/components/contents': room(
    'lists of contents: whose turn each is, and the next thing to do with it',
    'cms/access cms/base cms/components/submission cms/overview cms/web cms/workflow content review lexicon',
  ),
  'cms/components/today': room(
    'the first page',
    'cms/access cms/base cms/components/print cms/components/starter cms/components/submission cms/notices cms/overview cms/postings cms/web cms/workflow lexicon',
  ),
  // Pages.
  'cms/app/(pages)/[...absent]': room('what is not there', ''),
  'cms/app/(payload)/admin': room('what all pages of the admin are called', 'cms cms/base cms/web'),
  'cms/app/(payload)/admin/[[...segments]]': room(
    "every page of Payload's admin",
    'cms cms/app/(payload)/admin cms/components/sign-in cms/forms',
  ),
  'cms/app/(pages)': room('pages outside the admin', 'cms/web errors'),
  'cms/app/(pages)/demo': room('the demo wall', 'cms cms/web errors lexicon model'),
  'cms/app/(payload)': room(
    "Payload's admin",
    'cms cms/access cms/app/(payload)/admin cms/components/early cms/writing',
  ),
  'cms/app/(pages)/print': room(
    'where people choose what to print',
    'cms cms/access cms/postings cms/print cms/records cms/web errors lexicon model poster',
  ),
  'cms/app/(pages)/print/hung': room('what hangs', 'cms/app/(pages)/print cms/postings cms/web poster'),
  'cms/app/(pages)/print/recall': room('what must come down', 'cms/app/(pages)/print cms/postings cms/web'),
}
