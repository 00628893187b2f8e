package org.fairlead.campaign.entity;

/**
 * Why a file is not taken at all.
 *
 * @param detail what the reason is about, such as a column's name; empty for none
 */
public record Refusal(Fault.Reason reason, String detail) {}
