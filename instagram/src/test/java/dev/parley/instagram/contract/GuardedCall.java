package dev.parley.instagram.contract;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Conversation;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.Person;
import dev.parley.instagram.Post;
import dev.parley.instagram.Shortcode;
import dev.parley.instagram.Story;
import dev.parley.sandbox.script.Call;
import java.util.List;
import java.util.function.Supplier;

/** Every call that a fault can hit: the sandbox's name for it, and how it is made about something new. */
enum GuardedCall {
    CURRENT_USER(Capability.SESSION, Call.CURRENT_USER, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            return instagram::currentUser;
        }
    },
    PERSON(Capability.PEOPLE, Call.USER, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            String username = subjects.username();
            return () -> instagram.person(username);
        }
    },
    HASHTAG(Capability.HASHTAG, Call.HASHTAG, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            return () -> instagram.hashtag("travel", null);
        }
    },
    FRIENDSHIP(Capability.FRIENDSHIP, Call.FRIENDSHIP, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Person person = subjects.person();
            return () -> instagram.friendship(person);
        }
    },
    FRIENDSHIPS(Capability.FRIENDSHIP, Call.FRIENDSHIP, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            List<Person> people = List.of(subjects.person(), subjects.person());
            return () -> instagram.friendships(people);
        }
    },
    FOLLOW(Capability.FOLLOW, Call.FOLLOW, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Person person = subjects.person();
            return () -> instagram.follow(person);
        }
    },
    UNFOLLOW(Capability.FOLLOW, Call.UNFOLLOW, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Person person = subjects.followed();
            return () -> instagram.unfollow(person);
        }
    },
    FOLLOWERS(Capability.FOLLOW_LISTS, Call.FOLLOWERS, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Person person = subjects.person();
            return () -> instagram.followers(person, null);
        }
    },
    FOLLOWING(Capability.FOLLOW_LISTS, Call.FOLLOWING, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Person person = subjects.person();
            return () -> instagram.following(person, null);
        }
    },
    MEDIA(Capability.LIKE, Call.MEDIA, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Post post = subjects.post();
            return () -> instagram.media(post);
        }
    },
    LIKE(Capability.LIKE, Call.LIKE, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Post post = subjects.post();
            return () -> instagram.like(post);
        }
    },
    UNLIKE(Capability.LIKE, Call.UNLIKE, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Post post = subjects.liked();
            return () -> instagram.unlike(post);
        }
    },
    LIKERS(Capability.LIKERS, Call.LIKERS, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Shortcode post = subjects.shortcode();
            return () -> instagram.likers(post);
        }
    },
    POSTS(Capability.POSTS, Call.POSTS, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Person person = subjects.person();
            return () -> instagram.posts(person, null);
        }
    },
    FEED(Capability.FEED, Call.FEED, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            return () -> instagram.feed(null);
        }
    },
    STORY_TRAY(Capability.STORIES, Call.STORIES, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            return instagram::storyTray;
        }
    },
    STORIES(Capability.STORIES, Call.STORIES, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Person person = subjects.person();
            return () -> instagram.stories(person);
        }
    },
    WATCH(Capability.STORIES, Call.STORY_SEEN, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            List<Story> stories = subjects.stories();
            return () -> instagram.watch(stories);
        }
    },
    INBOX(Capability.CONVERSATIONS, Call.THREADS, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            return () -> instagram.inbox(null);
        }
    },
    REQUESTS(Capability.CONVERSATIONS, Call.THREADS, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            return () -> instagram.requests(null);
        }
    },
    MESSAGES(Capability.CONVERSATIONS, Call.THREAD, false) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Conversation conversation = subjects.conversation();
            return () -> instagram.messages(conversation.id(), null);
        }
    },
    ACCEPT(Capability.CONVERSATIONS, Call.ACCEPT, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Conversation request = subjects.request();
            return () -> instagram.accept(request.id());
        }
    },
    DECLINE(Capability.CONVERSATIONS, Call.DECLINE, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Conversation request = subjects.request();
            return () -> instagram.decline(request.id());
        }
    },
    MARK_READ(Capability.CONVERSATIONS, Call.THREAD_SEEN, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            Conversation conversation = subjects.conversation();
            return () -> instagram.markRead(
                    conversation.id(), conversation.latest().getFirst().id());
        }
    },
    SEND(Capability.SEND, Call.SEND, true) {
        @Override
        Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects) {
            OutgoingMessage message = subjects.message();
            return () -> instagram.send(message);
        }
    };

    private final Capability capability;
    private final Call call;
    private final boolean changes;

    GuardedCall(Capability capability, Call call, boolean changes) {
        this.capability = capability;
        this.call = call;
        this.changes = changes;
    }

    /** Everything up to the call itself, which is made by asking the supplier. */
    abstract Supplier<Outcome<?>> prepare(Instagram instagram, Subjects subjects);

    Capability capability() {
        return capability;
    }

    Call call() {
        return call;
    }

    /** Whether it changes something at Instagram. */
    boolean changes() {
        return changes;
    }
}
