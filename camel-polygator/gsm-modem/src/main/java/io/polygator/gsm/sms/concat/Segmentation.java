package io.polygator.gsm.sms.concat;

import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.UserData;
import java.util.List;

/** A message cut into segments, in order, each with the header it needs. */
public record Segmentation(Alphabet alphabet, List<UserData> segments) {}
