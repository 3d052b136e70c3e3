package io.millrace.privacy;

import io.millrace.jobs.Jobs;
import io.millrace.shared.Ids;
import io.millrace.shared.PersonalData;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PrivacyBeans {
    @Bean
    MasterKey masterKey(
            @Value("${millrace.master-key:${MILLRACE_MASTER_KEY:}}") String given,
            @Value("${millrace.data:./millrace-data}") Path data) {
        return MasterKey.load(given, data.resolve("keys").resolve("master.key"));
    }

    @Bean
    PersonKeys personKeys(JdbcClient jdbc, Clock clock, MasterKey master) {
        var wrapping = PersonKey.cipher(master.derive("millrace/wrap/1"));
        new MasterCheck(jdbc, wrapping).verify();
        return new PersonKeys(jdbc, clock, wrapping);
    }

    @Bean
    ProductSecrets productSecrets(MasterKey master) {
        return new MasterSealing(PersonKey.cipher(master.derive("millrace/secrets/1")));
    }

    @Bean
    PersonStores personStores(ObjectProvider<PersonalData> all) {
        return new PersonStores(all::orderedStream);
    }

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, Clock clock, JsonMapper json) {
        return new AuditTrail(jdbc, clock, json);
    }

    @Bean
    ErasureRuns erasureRuns(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Jobs jobs,
            Ids ids,
            Clock clock,
            AuditTrail trail) {
        return new ErasureRuns(jdbc, transactions, jobs, ids, clock, trail);
    }

    @Bean
    ErasureWork erasureWork(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ErasureRuns runs,
            PersonStores stores,
            PersonKeys keys,
            AuditTrail trail,
            JsonMapper json) {
        return new ErasureWork(jdbc, transactions, runs, stores, keys, trail, json);
    }

    @Bean
    KeyedPrivacy privacy(
            PersonKeys keys,
            MasterKey master,
            AuditTrail trail,
            ErasureRuns runs,
            PersonStores stores) {
        var index = new BlindIndex(master.derive("millrace/index/1"));
        return new KeyedPrivacy(keys, index, trail, runs, stores);
    }
}
