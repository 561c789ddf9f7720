package io.missionwatch.alert.desk;

/**
 * Who changes something, for the audit trail.
 *
 * @param name a person or a program
 * @param origin the address that it asked from; empty for the command line
 */
public record Actor(String name, String origin) {}
