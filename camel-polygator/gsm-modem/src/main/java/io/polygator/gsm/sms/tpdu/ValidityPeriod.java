package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.octets.SemiOctets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** TP-VP in its three formats, or none (3GPP TS 23.040 §9.2.3.12). */
public sealed interface ValidityPeriod {
    /** How long the message is worth delivering, when the format says so. */
    Optional<Duration> duration();

    /**
     * The shortest relative period that covers a duration.
     *
     * @throws IllegalArgumentException if the duration is not positive or longer than 63 weeks
     */
    static Relative of(Duration duration) {
        return Relative.covering(duration);
    }

    /** No TP-VP: the service centre decides. */
    record None() implements ValidityPeriod {
        @Override
        public Optional<Duration> duration() {
            return Optional.empty();
        }
    }

    /** One octet, 5 minutes to 63 weeks (§9.2.3.12.1). */
    record Relative(int octet) implements ValidityPeriod {
        private static final Duration LONGEST = Duration.ofDays(63 * 7);

        public Relative {
            if (octet < 0 || octet > 255) {
                throw new IllegalArgumentException("relative TP-VP must be 0..255, was " + octet);
            }
        }

        private static Relative covering(Duration duration) {
            if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("validity must be positive and at most 63 weeks, was " + duration);
            }
            int octet = 0;
            while (lengthOf(octet).compareTo(duration) < 0) {
                octet++;
            }
            return new Relative(octet);
        }

        private static Duration lengthOf(int octet) {
            if (octet <= 143) {
                return Duration.ofMinutes(5L * (octet + 1));
            }
            if (octet <= 167) {
                return Duration.ofHours(12).plusMinutes(30L * (octet - 143));
            }
            return Duration.ofDays(octet <= 196 ? octet - 166 : 7L * (octet - 192));
        }

        @Override
        public Optional<Duration> duration() {
            return Optional.of(lengthOf(octet));
        }
    }

    /** A point in time (§9.2.3.12.2). */
    record Absolute(ServiceCentreTimestamp until) implements ValidityPeriod {
        @Override
        public Optional<Duration> duration() {
            return Optional.empty();
        }
    }

    /** Seven octets (§9.2.3.12.3), which many service centres ignore or refuse. */
    record Enhanced(Octets octets) implements ValidityPeriod {
        static final int LENGTH = 7;

        public Enhanced {
            if (octets.length() != LENGTH) {
                throw new IllegalArgumentException("enhanced TP-VP has " + LENGTH + " octets, was " + octets.length());
            }
        }

        /** Whether the service centre shall try only once. */
        public boolean isSingleShot() {
            return (octets.at(0) & 0x40) != 0;
        }

        @Override
        public Optional<Duration> duration() {
            return switch (octets.at(0) & 7) {
                case 1 -> Optional.of(Relative.lengthOf(octets.at(1)));
                case 2 -> Optional.of(Duration.ofSeconds(octets.at(1)));
                case 3 -> hoursMinutesSeconds();
                default -> Optional.empty();
            };
        }

        private Optional<Duration> hoursMinutesSeconds() {
            OptionalInt hours = SemiOctets.numberIn(octets.at(1));
            OptionalInt minutes = SemiOctets.numberIn(octets.at(2));
            OptionalInt seconds = SemiOctets.numberIn(octets.at(3));
            if (hours.isEmpty() || minutes.isEmpty() || seconds.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(Duration.ofHours(hours.getAsInt())
                    .plusMinutes(minutes.getAsInt())
                    .plusSeconds(seconds.getAsInt()));
        }
    }
}
