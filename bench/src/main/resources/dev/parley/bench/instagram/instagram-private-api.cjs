// The public client instagram-private-api, unmodified but for its base address, as a party of the benchmark (see PartyLoop):
// node --expose-gc THIS BASE_URL WORK_FOLDER CLIENT_FOLDER
const fs = require('fs');
const [base, work, folder] = process.argv.slice(2);
const { IgApiClient } = require(folder);
const { Cookie } = require(require.resolve('tough-cookie', { paths: [folder] }));

const lines = name => fs.readFileSync(`${work}/${name}`, 'utf8').trim().split('\n').map(line => line.split('\t'));
const unfolded = text => Object.fromEntries(text.split(' ').map(value => {
  const equals = value.indexOf('=');
  return [value.slice(0, equals), value.slice(equals + 1)];
}));
// As the bytes that they came in: what they weigh does not change while clients are made of them.
const sessions = fs.readFileSync(`${work}/sessions`);
let at = 0;
const targets = lines('targets');
const clients = [];
let next = 0;

function made() {
  const end = sessions.indexOf('\n', at);
  const [username, userId, authorization, cookies, ids] = sessions.toString('utf8', at, end).split('\t');
  at = end + 1;
  const known = unfolded(ids);
  const ig = new IgApiClient();
  ig.state.generateDevice(username);
  ig.state.uuid = known.uuid;
  ig.state.phoneId = known.phone_id;
  ig.state.adid = known.advertising_id;
  ig.state.deviceId = known.android_device_id;
  ig.state.authorization = authorization;
  for (const [name, value] of Object.entries(unfolded(cookies))) {
    ig.state.cookieStore.putCookie(
      new Cookie({ key: name, value, domain: 'instagram.com', path: '/', secure: true }), () => {});
  }
  const send = ig.request.send.bind(ig.request);
  ig.request.send = (options, onlyStatus) => send({ ...options, baseUrl: base }, onlyStatus);
  return ig;
}

async function call(ig, number) {
  const [username, userId, media] = targets[number % targets.length];
  switch (number % 5) {
    case 0: return ig.user.usernameinfo(username);
    case 1: return ig.friendship.show(userId);
    case 2: return ig.friendship.create(userId);
    case 3: return ig.media.like({ mediaId: media, moduleInfo: { module_name: 'profile' }, d: 1 });
    default: return ig.entity.directThread([userId]).broadcastText('Hello from the benchmark');
  }
}

async function several(ig, count) {
  for (let i = 0; i < count; i++) {
    await call(ig, next++);
  }
}

async function calls(count, atOnce) {
  while (clients.length < atOnce) clients.push(made());
  const began = process.hrtime.bigint();
  await Promise.all(clients.slice(0, atOnce).map(ig => several(ig, count / atOnce)));
  return `done ${process.hrtime.bigint() - began}`;
}

async function many(count) {
  while (clients.length < count) {
    const ig = made();
    clients.push(ig);
    await call(ig, 0);
  }
  gc();
  gc();
  return `heap ${process.memoryUsage().heapUsed + process.memoryUsage().external}`;
}

async function main() {
  console.log('ready');
  for await (const line of require('readline').createInterface({ input: process.stdin })) {
    const [what, count, atOnce] = line.split(' ');
    console.log(what === 'calls' ? await calls(Number(count), Number(atOnce)) : await many(Number(count)));
  }
  process.exit(0);
}

main().catch(error => { console.error(error); process.exit(1); });
