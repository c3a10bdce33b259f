package io.polygator.gsm.at;

import java.util.List;

/** What came of one command. Printed without its information, which holds numbers and text: safe to log. */
public sealed interface AtReply {

    /**
     * The final result came; information responses stand before it, without echo and blank lines. An error may come
     * while the prompt is still waited for: then the text was not written.
     */
    record Completed(FinalResult result, PayloadProgress payload, List<String> information) implements AtReply {
        public Completed {
            information = List.copyOf(information);
        }

        public boolean isOk() {
            return result.isOk();
        }

        @Override
        public String toString() {
            return result + " after " + information.size() + " lines";
        }
    }

    /** No final result within the deadline; information that did come is kept. */
    record Silent(PayloadProgress payload, List<String> information) implements AtReply {
        public Silent {
            information = List.copyOf(information);
        }

        @Override
        public String toString() {
            return "silent after " + information.size() + " lines, payload " + payload;
        }
    }

    /** The link closed or the module restarted before the final result. */
    record Lost(PayloadProgress payload, List<String> information) implements AtReply {
        public Lost {
            information = List.copyOf(information);
        }

        @Override
        public String toString() {
            return "lost after " + information.size() + " lines, payload " + payload;
        }
    }

    /** How far the text after the prompt got. */
    enum PayloadProgress {
        /** The command has none, or the prompt did not come: the modem never saw it. */
        NOT_WRITTEN,
        /** Text and Ctrl-Z were handed to the link: the modem may have acted on it. */
        WRITTEN
    }
}
