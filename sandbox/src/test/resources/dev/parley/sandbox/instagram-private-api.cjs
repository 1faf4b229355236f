// Drives the public client instagram-private-api against a sandbox: node THIS BASE_URL CLIENT_FOLDER STORY [USERNAME] [POST]
// Prints one JSON object. Codes are read from the sandbox's admin API.
const [base, folder, story, username, wanted] = process.argv.slice(2);
const { IgApiClient } = require(folder);

function app(name) {
  const ig = new IgApiClient();
  ig.state.generateDevice(name);
  const send = ig.request.send.bind(ig.request);
  ig.request.send = (options, onlyStatus) => send({ ...options, baseUrl: base }, onlyStatus);
  return ig;
}

const admin = path => fetch(base + path).then(answer => answer.json());
const lastCode = async account => (await admin('/_sandbox/outbox?account=' + account)).at(-1).code;

const stories = {
  async plain() {
    const ig = app('alma.plain');
    await ig.simulate.preLoginFlow();
    const me = await ig.account.login('alma.plain', 'sandbox-pass');
    const tag = ig.feed.tags('travel', 'recent');
    const first = await tag.items();
    const second = await tag.items();
    const old = await ig.feed.tag('travel').items();
    const target = Number(username);
    const followed = await ig.friendship.create(target);
    const shown = await ig.friendship.show(target);
    const many = await ig.friendship.showMany([target]);
    const ended = await ig.friendship.destroy(target);
    const info = await ig.user.info(target);
    const byName = await ig.user.usernameinfo(info.username);
    const current = await ig.account.currentUser();
    await ig.account.logout();
    return {
      me: me.username, first: first.length, second: second.length, old: old.length, followed: followed.following,
      shown: shown.following, many: many[target].following, ended: ended.following,
      info: info.username, byName: String(byName.pk), current: current.username,
    };
  },
  async social() {
    const ig = app('alma.plain');
    const me = await ig.account.login('alma.plain', 'sandbox-pass');
    const target = Number(username);
    await ig.friendship.create(target);
    const post = (await ig.feed.tags('travel', 'recent').items()).find(item => item.id === wanted);
    await ig.media.like({ mediaId: post.id, moduleInfo: { module_name: 'profile' }, d: 1 });
    const liked = (await ig.media.info(post.id)).items[0].has_liked;
    const likers = (await ig.media.likers(post.id)).users;
    const posts = await ig.feed.user(post.user.pk).items();
    await ig.friendship.create(post.user.pk);
    const feed = await ig.feed.timeline().items();
    const followers = await ig.feed.accountFollowers(target).items();
    const stories = await ig.feed.userStory(target).items();
    await ig.story.seen(stories);
    const thread = ig.entity.directThread([String(target)]);
    await thread.broadcastText('Hello');
    const inbox = await ig.feed.directInbox().items();
    return {
      me: me.username, liked, likedBy: likers[0].username,
      posted: posts.some(item => item.id === wanted && item.has_liked),
      shown: feed.some(item => item.id === wanted && !item.ad_id), follower: followers.some(user => user.username === 'alma.plain'),
      stories: stories.length, threads: inbox.length, text: inbox[0].items[0].text,
    };
  },
  async secondFactor() {
    const ig = app(username);
    const asked = await ig.account.login(username, 'sandbox-pass').then(
      () => { throw new Error('no second factor asked'); }, error => error.response.body.two_factor_info);
    const totp = asked.totp_two_factor_on;
    const code = totp
      ? (await admin('/_sandbox/accounts')).find(account => account.username === username).totp_code
      : await lastCode(username);
    const me = await ig.account.twoFactorLogin({
      username, verificationCode: code, twoFactorIdentifier: asked.two_factor_identifier,
      verificationMethod: totp ? '0' : '1', trustThisDevice: '0',
    });
    return { me: me.logged_in_user.username, current: (await ig.account.currentUser()).username };
  },
  async challenge() {
    const ig = app(username);
    const error = await ig.account.login(username, 'sandbox-pass').catch(failed => failed);
    await ig.challenge.auto(true);
    const passed = await ig.challenge.sendSecurityCode(await lastCode(username));
    return { error: error.name, action: passed.action, current: (await ig.account.currentUser()).username };
  },
};

stories[story]().then(
  result => console.log(JSON.stringify(result)),
  error => { console.error(error); process.exit(1); });
