package io.millrace.customers;

import static io.millrace.customers.Desk.anonymous;
import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers.Claim;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentClaimsTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void sixteenThreadsWithOverlappingClaimsMakeNoDuplicateAndNoDeadlock() throws Exception {
        var tasks = new ArrayList<Callable<Integer>>();
        for (var thread = 0; thread < 16; thread++) {
            var random = new Random(thread);
            tasks.add(() -> batches(random));
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var done : threads.invokeAll(tasks)) {
                assertThat(answered(done)).isEqualTo(12 * 20);
            }
        }

        assertThat(desk.count("identities")).isEqualTo(distinctIndexes());
        for (var n = 0; n < 40; n++) {
            var byId = desk.forgetful().profile(external("c" + n));
            assertThat(desk.root(desk.profile(email("c" + n + "@example.com"))))
                    .isEqualTo(desk.root(byId));
        }
        assertThat(customersWithTwoExternalIds()).isZero();
    }

    private int batches(Random random) {
        var answers = 0;
        for (var batch = 0; batch < 12; batch++) {
            var claims = new ArrayList<Claim>();
            for (var n = 0; n < 20; n++) {
                var customer = random.nextInt(40);
                claims.add(
                        switch (random.nextInt(3)) {
                            case 0 ->
                                    Desk.claim(
                                            external("c" + customer),
                                            email("c" + customer + "@example.com"));
                            case 1 -> Desk.claim(anonymous("a" + random.nextInt(80)));
                            default ->
                                    Desk.claim(
                                            external("c" + customer),
                                            email("c" + customer + "@example.com"),
                                            anonymous("a" + random.nextInt(80)));
                        });
            }
            answers += desk.resolve(claims.toArray(Claim[]::new)).size();
        }
        return answers;
    }

    private static int answered(Future<Integer> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private long distinctIndexes() {
        return desk.database
                .jdbc()
                .sql("select count(distinct index) from customers.identities")
                .query(Long.class)
                .single();
    }

    private long customersWithTwoExternalIds() {
        return desk.database
                .jdbc()
                .sql(
                        """
                        select count(*) from (
                            select p.root from customers.identities i
                            join customers.profiles p on p.id = i.profile
                            where i.type = 'EXTERNAL'
                            group by p.root having count(*) > 1) twice
                        """)
                .query(Long.class)
                .single();
    }
}
