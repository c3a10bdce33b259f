package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Any value of a record, with every field filled at random by its type: a field that is added is tested without
 * anybody thinking of it. Texts hold what databases dislike.
 */
final class RandomValues {
    private static final String[] PIECES = {
        "a", "Ж", "\uD83D\uDE00", "\0", "\\", "\"", "'", "\n", "\uD800", "\uDC00", "0041", " ", ":", "%"
    };

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    StoredMessage message() {
        StoredMessage any = any(StoredMessage.class);
        List<StoredSegment> segments = new ArrayList<>();
        for (int sequence = 1; sequence <= 1 + random.nextInt(3); sequence++) {
            segments.add(numbered(any(StoredSegment.class), sequence));
        }
        return withSegments(any, segments);
    }

    /** What the first says, where the second stands. */
    StoredMessage moved(StoredMessage content, StoredMessage standing) {
        List<StoredSegment> segments = content.segments().stream()
                .map(segment -> {
                    StoredSegment other = any(StoredSegment.class);
                    return new StoredSegment(
                            segment.sequence(),
                            segment.userData(),
                            other.state(),
                            other.dueAt(),
                            other.actBy(),
                            other.attempts(),
                            other.setbacks(),
                            other.possibleDuplicate(),
                            other.placement(),
                            other.report(),
                            other.settledAt(),
                            other.error());
                })
                .toList();
        return new StoredMessage(
                content.id(),
                content.request(),
                content.alphabet(),
                content.acceptedAt(),
                content.rank(),
                content.expiresAt(),
                standing.boundChannel(),
                standing.behind(),
                standing.avoided(),
                standing.verdict(),
                segments);
    }

    static StoredMessage named(StoredMessage message, String id) {
        return new StoredMessage(
                new MessageId(id),
                message.request(),
                message.alphabet(),
                message.acceptedAt(),
                message.rank(),
                message.expiresAt(),
                message.boundChannel(),
                message.behind(),
                message.avoided(),
                message.verdict(),
                message.segments());
    }

    <T> T any(Class<T> type) {
        return type.cast(ofType(type));
    }

    private Object ofType(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain == MessageBody.Prepared.class) {
            UserData data = UserData.ofOctets(octets(random.nextInt(100), 256));
            return new MessageBody.Prepared(data, DataCodingScheme.of(data.alphabet(), random.nextInt(4)));
        }
        if (plain == ChannelChoice.AnyOf.class) {
            return new ChannelChoice.AnyOf(Set.of(any(ChannelChoice.class), new ChannelChoice.Named(text())));
        }
        if (plain.isSealed()) {
            return ofType(plain.getPermittedSubclasses()[random.nextInt(plain.getPermittedSubclasses().length)]);
        }
        return simple(plain).map(Supplier::get).orElseGet(() -> record(plain));
    }

    private Object ofGeneric(ParameterizedType generic) {
        Type of = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Optional.class) {
            return random.nextBoolean() ? Optional.of(ofType(of)) : Optional.empty();
        }
        List<Object> elements =
                Stream.generate(() -> ofType(of)).limit(random.nextInt(4)).toList();
        return generic.getRawType() == List.class ? elements : new HashSet<>(elements);
    }

    private Optional<Supplier<Object>> simple(Class<?> type) {
        if (type == String.class) {
            return Optional.of(this::text);
        }
        if (type == int.class) {
            return Optional.of(() -> random.nextInt(256));
        }
        if (type == long.class) {
            return Optional.of(() -> (long) random.nextInt());
        }
        if (type == boolean.class) {
            return Optional.of(random::nextBoolean);
        }
        if (type == Instant.class) {
            return Optional.of(this::moment);
        }
        if (type == Duration.class) {
            return Optional.of(() -> Duration.ofMillis(random.nextInt(1_000_000)));
        }
        if (type == OffsetDateTime.class) {
            return Optional.of(() -> moment().atOffset(ZoneOffset.ofTotalSeconds(900 * (random.nextInt(97) - 48))));
        }
        if (type == OptionalInt.class) {
            return Optional.of(() -> random.nextBoolean() ? OptionalInt.of(random.nextInt(4)) : OptionalInt.empty());
        }
        if (type == Octets.class) {
            return Optional.of(() -> octets(random.nextInt(20), 256));
        }
        if (type == SmsAddress.class) {
            return Optional.of(() -> random.nextBoolean()
                    ? SmsAddress.ofName("Name@" + random.nextInt(999))
                    : SmsAddress.ofDestination("+7" + (1_000_000_000L + random.nextInt(999_999_999))));
        }
        return type == UserData.class ? Optional.of(this::userData) : Optional.empty();
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> ofType(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no random " + type, e);
        }
    }

    private UserData userData() {
        Alphabet alphabet = any(Alphabet.class);
        UserDataHeader header = random.nextBoolean()
                ? UserDataHeader.none()
                : UserDataHeader.none()
                        .with(new InformationElement(random.nextInt(256), octets(random.nextInt(6), 256)));
        return new UserData(header, alphabet, octets(random.nextInt(100), alphabet == Alphabet.GSM7 ? 128 : 256));
    }

    private Octets octets(int length, int bound) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) random.nextInt(bound);
        }
        return Octets.copyOf(octets);
    }

    private Instant moment() {
        return Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static StoredSegment numbered(StoredSegment segment, int sequence) {
        return new StoredSegment(
                sequence,
                segment.userData(),
                segment.state(),
                segment.dueAt(),
                segment.actBy(),
                segment.attempts(),
                segment.setbacks(),
                segment.possibleDuplicate(),
                segment.placement(),
                segment.report(),
                segment.settledAt(),
                segment.error());
    }

    private static StoredMessage withSegments(StoredMessage message, List<StoredSegment> segments) {
        return new StoredMessage(
                message.id(),
                message.request(),
                message.alphabet(),
                message.acceptedAt(),
                message.rank(),
                message.expiresAt(),
                message.boundChannel(),
                message.behind(),
                message.avoided(),
                message.verdict(),
                segments);
    }
}
