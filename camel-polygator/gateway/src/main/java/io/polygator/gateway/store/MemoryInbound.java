package io.polygator.gateway.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inbound segments of {@link MemoryMessageStore} that wait for the rest of their message, and the known ones. */
final class MemoryInbound {
    private final int maximum;
    private final Map<String, Instant> fingerprints = new LinkedHashMap<>();
    private final Map<String, List<InboundSegment>> groups = new LinkedHashMap<>();
    private int waiting;

    MemoryInbound(int maximum) {
        this.maximum = maximum;
    }

    boolean knows(InboundSegment segment) {
        return fingerprints.containsKey(segment.fingerprint());
    }

    boolean isFull() {
        return waiting >= maximum;
    }

    void keep(InboundSegment segment) {
        if (fingerprints.size() >= maximum) {
            fingerprints.remove(fingerprints.keySet().iterator().next());
        }
        fingerprints.put(segment.fingerprint(), segment.receivedAt());
        groups.computeIfAbsent(segment.group(), group -> new ArrayList<>()).add(segment);
        waiting++;
    }

    /** Takes a segment back of which nothing came. */
    void undo(InboundSegment segment) {
        fingerprints.remove(segment.fingerprint());
        release(segment.group(), List.of(segment));
    }

    List<InboundSegment> group(String group) {
        return List.copyOf(groups.getOrDefault(group, List.of()));
    }

    void release(String group, List<InboundSegment> used) {
        List<InboundSegment> segments = groups.getOrDefault(group, new ArrayList<>());
        int before = segments.size();
        segments.removeAll(used);
        waiting -= before - segments.size();
        if (segments.isEmpty()) {
            groups.remove(group);
        }
    }

    List<String> staleGroups(Instant receivedBefore, int limit) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().get(0).receivedAt().isBefore(receivedBefore))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }

    void forget(List<String> known) {
        known.forEach(fingerprints::remove);
    }

    void forgetFingerprints(Instant before) {
        fingerprints.values().removeIf(seen -> seen.isBefore(before));
    }
}
