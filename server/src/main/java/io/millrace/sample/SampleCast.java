package io.millrace.sample;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Description;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.Customers.Resolution;
import io.millrace.kernel.timeline.Fact;
import io.millrace.sample.brand.Happening;
import io.millrace.sample.brand.Life;
import io.millrace.sample.brand.Person;
import io.millrace.sample.brand.SampleFacts;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.NewFact;
import io.millrace.timelines.Timelines;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings people in: first as browsers without a name, then as members, with what they did. */
@Component
final class SampleCast {
    private final Customers customers;
    private final Timelines timelines;
    private final Ids ids;
    private final Clock clock;

    SampleCast(Customers customers, Timelines timelines, Ids ids, Clock clock) {
        this.customers = customers;
        this.timelines = timelines;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Members with the profiles they were given.
     *
     * @param facts how many were appended for them
     */
    record Known(List<Life> lives, List<ProfileId> profiles, long facts) {
        long customers() {
            return lives.size();
        }
    }

    /** Files what was looked at anonymously; answers how many facts that made. */
    long browse(List<Life> lives) {
        List<Life> browsers = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        List<Claim> lastly = new ArrayList<>();
        for (Life life : lives) {
            String anonymous = life.person().anonymous();
            if (anonymous != null && !life.happenings().isEmpty()) {
                Identity identity = new Identity(IdentityType.ANONYMOUS, anonymous);
                Instant first = life.happenings().getFirst().at();
                browsers.add(life);
                claims.add(new Claim(List.of(identity), first, Sample.SOURCE));
                lastly.add(lastHeard(life, identity, SampleCast::isAnonymous));
            }
        }
        List<NewFact> facts = new ArrayList<>();
        List<Resolution> resolutions = customers.resolve(claims);
        customers.resolve(lastly);
        for (int i = 0; i < browsers.size(); i++) {
            if (resolutions.get(i) instanceof Resolution.Resolved resolved) {
                tell(browsers.get(i), resolved.profile(), true, facts);
            }
        }
        timelines.append(facts);
        return facts.size();
    }

    /** Makes the members known, describes them and files what they did, money apart. */
    Known join(List<Life> lives) {
        List<Life> members = lives.stream().filter(life -> life.person().member() != null).toList();
        List<Resolution> resolutions =
                customers.resolve(members.stream().map(SampleCast::claim).toList());
        List<Life> known = new ArrayList<>();
        List<ProfileId> profiles = new ArrayList<>();
        List<Description> descriptions = new ArrayList<>();
        List<NewFact> facts = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (resolutions.get(i) instanceof Resolution.Resolved resolved) {
                known.add(members.get(i));
                profiles.add(resolved.profile());
                descriptions.add(description(members.get(i), resolved.profile()));
                tell(members.get(i), resolved.profile(), false, facts);
            }
        }
        customers.describe(descriptions);
        customers.resolve(
                known.stream()
                        .filter(life -> !life.happenings().isEmpty())
                        .map(life -> lastHeard(life, number(life), _ -> true))
                        .toList());
        annotate(known, profiles);
        timelines.append(facts);
        return new Known(known, profiles, facts.size());
    }

    private void annotate(List<Life> lives, List<ProfileId> profiles) {
        List<Customers.Tagging> tags = new ArrayList<>();
        List<Customers.Kinship> household = new ArrayList<>();
        for (int i = 0; i < lives.size(); i++) {
            Person person = lives.get(i).person();
            for (Happening happening : lives.get(i).happenings()) {
                if (happening instanceof Happening.Tagged tag) {
                    tags.add(tagging(profiles.get(i), tag));
                }
            }
            for (Person.Contact contact : member(person).household()) {
                household.add(kinship(profiles.get(i), contact, person.joinedAt()));
            }
        }
        customers.annotate(tags, household);
    }

    private static Customers.Tagging tagging(ProfileId profile, Happening.Tagged tag) {
        return new Customers.Tagging(
                profile,
                tag.category(),
                tag.value(),
                tag.schedule(),
                tag.source(),
                tag.at(),
                Sample.SOURCE);
    }

    private static Customers.Kinship kinship(
            ProfileId profile, Person.Contact contact, Instant at) {
        return new Customers.Kinship(
                profile,
                contact.name(),
                contact.relation(),
                contact.role(),
                contact.note(),
                at,
                Sample.SOURCE);
    }

    private void tell(Life life, ProfileId profile, boolean anonymous, List<NewFact> into) {
        Instant now = clock.instant();
        int sequence = 0;
        for (Happening happening : life.happenings()) {
            sequence++;
            boolean elsewhere = isMoney(happening) || happening instanceof Happening.Tagged;
            if (elsewhere || isAnonymous(happening) != anonymous) {
                continue;
            }
            SampleFacts.Told told = SampleFacts.told(happening);
            Fact fact =
                    new Fact(
                            ids.next(),
                            profile.value(),
                            told.kind(),
                            happening.at(),
                            now,
                            told.subject(),
                            0,
                            null,
                            told.attributes(),
                            Sample.SOURCE,
                            true);
            into.add(NewFact.of(fact, key(profile, sequence)));
        }
    }

    /** The same happening has the same key, so that a load may be repeated after a crash. */
    private static UUID key(ProfileId profile, int sequence) {
        return new UUID(
                profile.value().getMostSignificantBits() ^ 0x5A4D_504C_4500_0000L,
                profile.value().getLeastSignificantBits() + sequence);
    }

    private static boolean isMoney(Happening happening) {
        return happening instanceof Happening.Bought
                || happening instanceof Happening.Refunded
                || happening instanceof Happening.Cancelled;
    }

    private static boolean isAnonymous(Happening happening) {
        return happening instanceof Happening.Viewed viewed && viewed.anonymous();
    }

    private static Claim claim(Life life) {
        Person person = life.person();
        Person.Member member = member(person);
        List<Identity> identities = new ArrayList<>();
        identities.add(number(life));
        add(identities, IdentityType.PHONE, member.phone());
        add(identities, IdentityType.EMAIL, member.email());
        add(identities, IdentityType.WECHAT_OPENID, member.wechatOpenId());
        add(identities, IdentityType.WECHAT_UNIONID, member.wechatUnionId());
        add(identities, IdentityType.ANONYMOUS, person.anonymous());
        return new Claim(List.copyOf(identities), person.joinedAt(), Sample.SOURCE);
    }

    /** The same person at the end of what they did, so that lists know who was there last. */
    private static Claim lastHeard(Life life, Identity identity, Predicate<Happening> of) {
        Instant last =
                life.happenings().stream()
                        .filter(of)
                        .map(Happening::at)
                        .reduce(life.happenings().getFirst().at(), SampleCast::later);
        return new Claim(List.of(identity), last, Sample.SOURCE);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Identity number(Life life) {
        return new Identity(IdentityType.EXTERNAL, member(life.person()).number());
    }

    private static void add(List<Identity> to, IdentityType type, @Nullable String value) {
        if (value != null) {
            to.add(new Identity(type, value));
        }
    }

    private static Description description(Life life, ProfileId profile) {
        Person.Member member = member(life.person());
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("name", member.name());
        values.put("gender", member.gender());
        values.put("city", member.city());
        values.put("language", member.language());
        values.put("acquisition", member.acquisition());
        if (member.birthday() != null) {
            values.put("birthday", member.birthday().toString());
        }
        return new Description(profile, values, life.person().joinedAt(), Sample.SOURCE);
    }

    private static Person.Member member(Person person) {
        if (person.member() == null) {
            throw new IllegalArgumentException("a visitor is no member: " + person.index());
        }
        return person.member();
    }
}
