package io.millrace.access;

import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    private static final int BCRYPT_ROUNDS = 11;
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " script-src 'self'; object-src 'none'; base-uri 'self';"
                    + " frame-ancestors 'none'; form-action 'self'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_ROUNDS)));
    }

    @Bean(destroyMethod = "close")
    KeyRing keyRing(JdbcClient jdbc, Clock clock) {
        return new KeyRing(jdbc, clock).start();
    }

    @Bean
    CallerFilter callerFilter(
            SessionTable sessions,
            KeyRing keys,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new CallerFilter(sessions, keys, problems);
    }

    /** The filter runs inside Spring Security's chain only. */
    @Bean
    FilterRegistrationBean<CallerFilter> callerFilterOnlyInChain(CallerFilter filter) {
        FilterRegistrationBean<CallerFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Keeps Spring Boot from inventing a user: nobody signs in through Spring's own forms. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new AuthenticationServiceException("not used");
        };
    }

    /**
     * Finds the caller and writes the headers; whether the caller may is decided route by route in
     * {@link PermissionCheck}.
     */
    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, CallerFilter callers) {
        return http.sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/actuator/**").denyAll().anyRequest().permitAll())
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable())
                                .frameOptions(frame -> frame.deny())
                                .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(callers, AuthorizationFilter.class)
                .build();
    }
}
