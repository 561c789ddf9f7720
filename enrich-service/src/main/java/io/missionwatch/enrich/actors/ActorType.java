package io.missionwatch.enrich.actors;

/** What kind of actor acts. */
public enum ActorType {
    STATE,
    GOVERNMENT,
    MILITARY,
    POLICE,
    ARMED_GROUP,
    INTERNATIONAL_ORGANISATION,
    PERSON,
    MEDIA,
    COMPANY,
    OTHER
}
