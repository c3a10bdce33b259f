package io.polygator.app.check;

/**
 * Something that is wrong.
 *
 * @param place the file and, where it is known, the line
 * @param words what is wrong there and what helps
 */
record Finding(String place, String words) {

    @Override
    public String toString() {
        return place + ": " + words;
    }
}
