package org.fairlead.collections.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How far files that are being taken in have come, for those who wait for them. It is kept in memory alone: what runs is
 * one request of one node, and its end is told by the file's record.
 */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class PlacementProgress {

    private static final int MOST = 1_000;

    private final ConcurrentMap<String, Integer> percent = new ConcurrentHashMap<>();

    public void at(String login, String token, long done, long all) {
        if (percent.size() < MOST && all > 0) {
            percent.put(login + "/" + token, (int) Math.min(99, done * 100 / all));
        }
    }

    public void ended(String login, String token) {
        percent.remove(login + "/" + token);
    }

    /** Of this person's own file; 0 for one that has not begun, or is none. */
    public int of(String login, String token) {
        return percent.getOrDefault(login + "/" + token, 0);
    }
}
