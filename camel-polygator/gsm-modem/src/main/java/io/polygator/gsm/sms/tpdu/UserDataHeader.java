package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.NationalLanguage;
import io.polygator.gsm.sms.alphabet.NationalShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * TP-UDH (3GPP TS 23.040 §9.2.3.24): information elements in their order, unknown ones kept.
 *
 * @param elements never null, possibly empty: then there is no header; at most 255 octets together
 */
public record UserDataHeader(List<InformationElement> elements) {
    private static final UserDataHeader NONE = new UserDataHeader(List.of());
    private static final int MOST_OCTETS = 255;

    public UserDataHeader {
        elements = List.copyOf(elements);
        if (lengthOf(elements) > MOST_OCTETS) {
            throw new IllegalArgumentException(
                    "TP-UDHL must be at most " + MOST_OCTETS + ", was " + lengthOf(elements) + ": leave elements out");
        }
    }

    private static int lengthOf(List<InformationElement> elements) {
        return elements.stream()
                .mapToInt(
                        element -> InformationElement.OVERHEAD + element.data().length())
                .sum();
    }

    /** No header. */
    public static UserDataHeader none() {
        return NONE;
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    /** Octets that the header takes in TP-UD, its length octet included; 0 when there is none. */
    public int length() {
        return isEmpty() ? 0 : 1 + lengthOf(elements);
    }

    /** The data of an element; the last one counts when it is repeated (§9.2.3.24). */
    public Optional<Octets> find(int identifier) {
        return elements.stream()
                .filter(element -> element.identifier() == identifier)
                .reduce((earlier, later) -> later)
                .map(InformationElement::data);
    }

    /** This header with one more element at its end. */
    public UserDataHeader with(InformationElement element) {
        List<InformationElement> longer = new ArrayList<>(elements);
        longer.add(element);
        return new UserDataHeader(longer);
    }

    /** This header with the elements that announce the national tables, none for the default ones. */
    public UserDataHeader with(NationalShift shift) {
        return with(InformationElement.SINGLE_SHIFT, shift.single())
                .with(InformationElement.LOCKING_SHIFT, shift.locking());
    }

    private UserDataHeader with(int identifier, NationalLanguage language) {
        return language == NationalLanguage.DEFAULT
                ? this
                : with(new InformationElement(identifier, Octets.copyOf((byte) language.identifier())));
    }

    /** The national tables that the text uses; an unknown language counts as the default one. */
    public NationalShift nationalShift() {
        return new NationalShift(language(InformationElement.LOCKING_SHIFT), language(InformationElement.SINGLE_SHIFT));
    }

    private NationalLanguage language(int identifier) {
        OptionalInt announced = languageIdentifier(identifier);
        return announced.isPresent()
                ? NationalLanguage.ofIdentifier(announced.getAsInt()).orElse(NationalLanguage.DEFAULT)
                : NationalLanguage.DEFAULT;
    }

    private OptionalInt languageIdentifier(int identifier) {
        return find(identifier).stream()
                .filter(data -> data.length() == 1)
                .mapToInt(data -> data.at(0))
                .findFirst();
    }

    /** Whether a national table is announced that this specification does not define. */
    public boolean namesUnknownLanguage() {
        return isUnknown(languageIdentifier(InformationElement.LOCKING_SHIFT))
                || isUnknown(languageIdentifier(InformationElement.SINGLE_SHIFT));
    }

    private static boolean isUnknown(OptionalInt language) {
        return language.isPresent()
                && NationalLanguage.ofIdentifier(language.getAsInt()).isEmpty();
    }

    /** The header with its length octet; nothing when there is none. */
    Octets encode() {
        if (isEmpty()) {
            return Octets.empty();
        }
        Octets encoded = Octets.copyOf((byte) lengthOf(elements));
        for (InformationElement element : elements) {
            encoded = encoded.concat(element.encode());
        }
        return encoded;
    }

    /**
     * Reads elements until the octets end; an element that runs past the end is left out.
     *
     * @param octets the header without its length octet
     */
    public static UserDataHeader decode(Octets octets) {
        List<InformationElement> elements = new ArrayList<>();
        int position = 0;
        while (position + InformationElement.OVERHEAD <= octets.length()) {
            int start = position + InformationElement.OVERHEAD;
            int end = start + octets.at(position + 1);
            if (end > octets.length()) {
                break;
            }
            elements.add(new InformationElement(octets.at(position), octets.slice(start, end)));
            position = end;
        }
        return new UserDataHeader(elements);
    }
}
