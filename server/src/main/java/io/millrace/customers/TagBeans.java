package io.millrace.customers;

import io.millrace.jobs.Jobs;
import io.millrace.privacy.Privacy;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Tags, consents, variables and what is drawn from them. */
@Configuration(proxyBeanMethods = false)
class TagBeans {
    @Bean
    TagTree tagTree(
            CustomerParts parts,
            Privacy privacy,
            Jobs jobs,
            JsonMapper json,
            ObjectProvider<TagTree.Uses> uses) {
        return new TagRoom(parts, privacy, jobs, json, uses::stream);
    }

    @Bean
    TagRules tagRules(CustomerParts parts) {
        return parts.ruledTags;
    }

    /** {@code tag.rule:<id>}: who bears a tag because of a rule. */
    @Bean
    Selections givenByRule(CustomerParts parts) {
        return new Selections() {
            @Override
            public String name() {
                return "tag.rule";
            }

            @Override
            public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
                try {
                    return Optional.of(parts.ruledTags.bearing(UUID.fromString(value)));
                } catch (IllegalArgumentException none) {
                    return Optional.empty();
                }
            }
        };
    }

    @Bean
    TagMany tagMany(
            CustomerParts parts,
            Privacy privacy,
            ObjectProvider<Selections> selections,
            ObjectProvider<CustomerSearch> searches,
            Jobs jobs,
            JsonMapper json) {
        var searching = new Searching(parts.jdbc, privacy, parts.reader, searches::stream);
        return new TagMany(
                parts, new Sifting(parts.jdbc, searching, selections::stream), jobs, json);
    }

    @Bean
    TagReplacing tagReplacing(CustomerParts parts, JsonMapper json) {
        return new TagReplacing(parts, json);
    }

    @Bean
    Consents consents(CustomerParts parts, Privacy privacy) {
        return new RecordedConsents(parts, privacy);
    }

    @Bean
    AnsweredSurveys surveys(CustomerParts parts, Privacy privacy, Jobs jobs, JsonMapper json) {
        return new AnsweredSurveys(parts, privacy, jobs, json);
    }

    @Bean
    ChosenVariables variables(
            CustomerParts parts, CustomerFiles files, Relevelling relevelling, Privacy privacy) {
        return new ChosenVariables(parts, files, relevelling, privacy);
    }

    @Bean
    Portraits portraits(CustomerParts parts, ChosenVariables variables) {
        return new DrawnPortraits(parts, variables);
    }
}
