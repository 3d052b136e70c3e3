package io.millrace.sample.brand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is. A visitor who never said who they are has an anonymous id and nothing else.
 *
 * @param index which of the brand's people, from 0
 * @param anonymous the browser's id, if they browsed before or without joining
 * @param joinedAt when they became known; for a visitor, when they first came
 * @param member what is known of them, or null for a visitor
 */
public record Person(
        int index, @Nullable String anonymous, Instant joinedAt, @Nullable Member member) {

    /**
     * What is known of somebody who joined.
     *
     * @param number the membership number
     * @param phone with country code
     * @param acquisition what brought them
     */
    public record Member(
            String number,
            String name,
            String language,
            String gender,
            @Nullable LocalDate birthday,
            String city,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String wechatOpenId,
            @Nullable String wechatUnionId,
            String channel,
            String acquisition,
            List<Contact> household) {}

    /**
     * Somebody near the customer who has a part in buying.
     *
     * @param role initiator, influencer, decider, buyer or user
     */
    public record Contact(String name, String relation, String role, String note) {}
}
