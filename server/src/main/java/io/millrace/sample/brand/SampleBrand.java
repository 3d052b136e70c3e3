package io.millrace.sample.brand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 溪山 Xishan, a tea and skin-care brand that does not exist: eight stores, an e-shop and a WeChat
 * mini programme, over the two years that end at a given instant. Everything follows from the seed:
 * the same seed, size and end give the same people and the same lives, on any number of threads and
 * in any order.
 *
 * <p>Buying follows BG/NBD (Fader, Hardie and Lee 2005) on a clock of the seasons. {@link Story}
 * says what there is to find.
 */
public final class SampleBrand {
    /** How many visitors who never say who they are come on each four customers. */
    private static final int CUSTOMERS_A_VISITOR = 4;

    private static final long VOICES = 0x766F_6963_6573L;

    /** Consents have draws of their own, so that no life changes by them. */
    private static final long CONSENTS = 0x434F_4E53_454E_5453L;

    private static final double TRIAL_BUSTLE = 2.6;
    private static final double OPENING_BUSTLE = 1.35;

    private final long seed;
    private final int customers;
    private final Story story;
    private final Seasons seasons;
    private final Seasons arrivals;
    private final List<Campaign> campaigns;
    private final Referrals referrals;

    /**
     * @param customers how many people join, at least 1; a quarter as many visitors come besides
     * @param end the last instant at which anything may have happened
     */
    public SampleBrand(long seed, int customers, Instant end) {
        if (customers < 1) {
            throw new IllegalArgumentException("a brand needs customers: " + customers);
        }
        this.seed = Draws.mix(seed);
        this.customers = customers;
        this.story = Story.until(end.getEpochSecond());
        this.seasons = new Seasons(story.start(), Story.DAYS, _ -> 1);
        this.arrivals = new Seasons(story.start(), Story.DAYS, this::bustle);
        this.campaigns = Campaign.calendar(story, this.seed);
        this.referrals = new Referrals(this.seed, customers);
    }

    public static List<Product> products() {
        return Assortment.PRODUCTS;
    }

    public static List<Store> stores() {
        return Assortment.STORES;
    }

    public Story story() {
        return story;
    }

    public int customers() {
        return customers;
    }

    /** Customers and visitors together: the number of lives. */
    public int people() {
        return customers + customers / CUSTOMERS_A_VISITOR;
    }

    /** All lives, made as they are asked for; may be made parallel. */
    public Stream<Life> lives() {
        return IntStream.range(0, people()).mapToObj(this::life);
    }

    /**
     * One life.
     *
     * @param index from 0; customers come first, in the order in which they joined, then visitors
     */
    public Life life(int index) {
        Draws draws = Draws.of(seed, index);
        return index < customers ? member(index, draws) : visitor(index, draws);
    }

    /** The days on which the brand was open. */
    public int days() {
        return Story.DAYS;
    }

    /**
     * What strangers bought in the stores on a day: orders of nobody known.
     *
     * @param day from 0
     */
    public List<Happening.Bought> walkIns(int day) {
        return WalkIns.on(day, customers, story, Draws.of(seed, -10 - day));
    }

    private Life visitor(int index, Draws draws) {
        long at = draws.between(story.start() + 3_600, story.end());
        List<Happening> happenings = new ArrayList<>(4);
        new Touches(story, draws, happenings).visit(at, 1 + draws.poisson(1), true);
        Instant first = happenings.getFirst().at();
        return new Life(
                new Person(index, People.anonymous(draws), first, null), List.copyOf(happenings));
    }

    private Life member(int index, Draws draws) {
        long joinedAt = joinedAt(index, draws.uniform());
        Habits habits = Habits.of(joinedAt, story, draws);
        if (!habits.isTrial() && referrals.referrerOf(index) >= 0) {
            habits = habits.referred();
        }
        Person person =
                new Person(
                        index,
                        draws.chance(0.34) ? People.anonymous(draws) : null,
                        Instant.ofEpochSecond(joinedAt),
                        People.member(index, habits, Instant.ofEpochSecond(joinedAt), draws));
        List<Happening> happenings = new ArrayList<>(24);
        live(person, habits, draws, happenings);
        refer(person, happenings);
        new Consenting(story, Draws.of(seed ^ CONSENTS, index)).consent(person, happenings);
        happenings.sort(Comparator.comparing(Happening::at));
        return new Life(person, List.copyOf(happenings));
    }

    private void live(Person person, Habits habits, Draws draws, List<Happening> into) {
        long joinedAt = person.joinedAt().getEpochSecond();
        Purchases purchases = new Purchases(story, seasons, draws, into);
        Touches touches = new Touches(story, draws, into);
        if (person.anonymous() != null) {
            long before = joinedAt - draws.between(120, 400_000);
            touches.visit(Math.max(before, story.start() + 600), 1 + draws.poisson(0.7), true);
        }
        if (habits.isTrial()) {
            touches.trial(joinedAt);
        }
        List<Long> instants = purchases.instants(habits, joinedAt);
        instants.addAll(touches.campaigns(campaigns, habits, joinedAt));
        instants.sort(null);
        for (int i = 0; i < instants.size(); i++) {
            purchases.buy(person.index(), i, instants.get(i), habits, i + 1 < instants.size());
            boolean longAMember = instants.get(i) > joinedAt + 1_000;
            if (longAMember && !habits.channel().equals("store") && draws.chance(0.45)) {
                touches.visit(instants.get(i) - 30, 1 + draws.poisson(0.6), false);
            }
        }
        touches.browse(habits, joinedAt);
        touches.tag(joinedAt);
    }

    private void refer(Person person, List<Happening> into) {
        int index = person.index();
        long joinedAt = person.joinedAt().getEpochSecond();
        for (int brought : referrals.broughtBy(index)) {
            long at = joinedAt(brought, Draws.of(seed, brought).uniform());
            into.add(new Happening.Referred(Instant.ofEpochSecond(at), People.number(brought)));
        }
        // Draws of their own: whoever invites more or less lives the same life.
        Draws draws = Draws.of(seed ^ VOICES, index);
        for (int i = 0; i < referrals.invitedInVain(index); i++) {
            into.add(
                    new Happening.Referred(
                            Instant.ofEpochSecond(draws.between(joinedAt, story.end())),
                            "INVITED-%d-%d".formatted(index, i)));
        }
        Sharing.of(joinedAt, story, draws, into);
        Study.of(story, draws, into);
    }

    private long joinedAt(int index, double within) {
        double share = StrictMath.pow((index + within) / customers, 0.8);
        long at = arrivals.instantAt(share * arrivals.end());
        return Math.min(at, story.end() - 7_200);
    }

    private double bustle(long midnight) {
        if (story.trialAt(midnight)) {
            return TRIAL_BUSTLE;
        }
        long sinceOpening = midnight - story.opening();
        return sinceOpening >= 0 && sinceOpening < 30 * Seasons.DAY ? OPENING_BUSTLE : 1;
    }
}
