package io.polygator.app;

import io.polygator.camel.spool.SpoolCharset;
import io.polygator.camel.spool.SpoolReports;
import io.polygator.http.eventsh.FirmwareCharset;
import io.polygator.smpp.esme.ConcatenationMode;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings below {@code polygator.}; a name that is not here is refused at the start. */
@ConfigMapping(prefix = "polygator")
public interface PolygatorSettings {

    /** The HTTP API. */
    Http http();

    /** SMPP, as a server and towards an SMSC. */
    Smpp smpp();

    /** Where events go. */
    Webhook webhook();

    /** Where they go besides, by name. */
    Map<String, WebhookRule> webhooks();

    /** Whether inbound messages and reports are logged; if it is not said, as long as no webhook is set. */
    Optional<Boolean> logEvents();

    /** What speaks as Kannel does. */
    Kannel kannel();

    /** The virtual modems. */
    Modem modem();

    /** The folder that stands in for that of SMS Server Tools. */
    Spool spool();

    /** What takes messages and calls from the script of a gateway's firmware. */
    EventSh eventSh();

    /** The folder of the routes. */
    @WithDefault("routes")
    String routes();

    /** The demonstration with simulated channels. */
    Demo demo();

    /** The HTTP API. */
    interface Http {
        /** The address to listen on; 0.0.0.0 for all. */
        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("8080")
        int port();

        /** The name of the one user besides the accounts (HTTP Basic); who sees and may do everything. */
        Optional<String> user();

        /** The password of the one user; without it only accounts get in. */
        Optional<String> password();

        /** Whether timelines and dead letters show whole numbers and texts to the one user. */
        @WithDefault("false")
        boolean unmasked();
    }

    /** The SMPP server, for the accounts that may use it, and the SMSC that the gateway binds to itself. */
    interface Smpp {
        /** The address to listen on; 0.0.0.0 for all. */
        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("2775")
        int port();

        /** SMPP over TLS on a port of its own. */
        Tls tls();

        /** The SMSC that the gateway binds to as an ESME. */
        Upstream upstream();

        /** Off until port and keystore are set. */
        interface Tls extends TlsKeys {
            /** The second port, usually 3550. */
            OptionalInt port();
        }
    }

    /** How an encrypted port proves who we are, and whether clients have to. */
    interface TlsKeys {
        /** A PKCS #12 file with the server's certificate and key. */
        Optional<String> keystore();

        /** The password of the keystore. */
        Optional<String> password();

        /** A PKCS #12 file with those who sign the certificates of clients, which must show one then. */
        Optional<String> truststore();

        /** The password of the truststore. */
        Optional<String> truststorePassword();
    }

    /** The one webhook that most installations need, and what holds for all of them. */
    interface Webhook extends WebhookRule {
        /** Networks that may be posted to although they are not public: 192.168.2.0/24, … */
        Optional<List<String>> allowedNetworks();
    }

    /** Which events go where. */
    interface WebhookRule {
        /** An http or https URL. */
        Optional<String> url();

        /** Signs what is sent; 16 to 256 characters. */
        Optional<String> secret();

        /** Which events: inbound, report, call, ussd, channel, unreadable; or all. */
        @WithDefault("inbound,report")
        String events();

        /** Only what belongs to this account. */
        Optional<String> account();

        /** Only from these channels, gateways and groups. */
        @WithDefault("all")
        List<String> channels();

        /** Inbound messages only from senders like these. */
        @WithDefault("any")
        List<String> senders();

        /** Inbound messages only with first words like these. */
        @WithDefault("any")
        List<String> keywords();

        /** json, form or get. */
        @WithDefault("json")
        String format();
    }

    /** The doors that Kannel has: sendsms, status pages, sms services. */
    interface Kannel {
        /** The channels, gateways and groups by the smsc-id that clients know. */
        Map<String, String> smsc();

        /** Opens the status pages; without it they tell nothing. */
        Optional<String> statusPassword();

        /** Whether inbound messages are brought to the services. */
        @WithDefault("false")
        boolean servicesEnabled();

        /** Who answers inbound messages. */
        Map<String, SmsService> services();
    }

    /** What is done with inbound messages that begin with a keyword, as in Kannel's group sms-service. */
    interface SmsService {
        /** The keywords; without one it takes what no other service takes. */
        Optional<List<String>> keyword();

        /** Whether words may follow the keyword. */
        @WithDefault("false")
        boolean catchAll();

        /** A URL to call, with escape codes. */
        Optional<String> getUrl();

        /** A URL to post to, with escape codes. */
        Optional<String> postUrl();

        /** A fixed answer, with escape codes. */
        Optional<String> text();

        /** A file that holds the answer, in UTF-8; it is read for each message. */
        Optional<String> file();

        /** How many short messages an answer may be; 0 sends none. */
        @WithDefault("1")
        int maxMessages();

        /** Whether a long answer is one message; otherwise it is several. */
        @WithDefault("false")
        boolean concatenation();

        /** Whether an empty answer is none. */
        @WithDefault("false")
        boolean omitEmpty();

        /** The channels whose messages it takes; all without it. */
        Optional<List<String>> acceptedSmsc();

        /** Whether the sender's number goes along in the header X-Kannel-From. */
        @WithDefault("false")
        boolean sendSender();

        /** Whether headers X-Kannel-… of an answer say how it is sent. */
        @WithDefault("false")
        boolean acceptXKannelHeaders();
    }

    /** An SMSC that gets inbound messages and sends through the SIMs. */
    interface Upstream {
        /** Its address; without it there is no upstream SMSC. */
        Optional<String> host();

        @WithDefault("2775")
        int port();

        /** Who binds, at most 15 characters. */
        Optional<String> systemId();

        /** At most 8 characters. */
        Optional<String> password();

        /** At most 12 characters; most SMSCs want none. */
        Optional<String> systemType();

        /** What data_coding 0 means. */
        @WithDefault("gsm7-unpacked")
        DefaultAlphabet alphabet();

        /** How an inbound message that one short message does not hold is submitted. */
        @WithDefault("udh")
        ConcatenationMode concatenation();
    }

    /** Virtual modems to which SMS software connects. */
    interface Modem {
        /** Whether they listen. */
        @WithDefault("false")
        boolean enabled();

        /** The address to listen on; others than this machine's own need an account. */
        @WithDefault("127.0.0.1")
        String host();

        /** The TCP ports, one for each modem; 9101- means 9101 and as many following as there are channels. */
        @WithDefault("9101-")
        String ports();

        /** Which channels they stand for. */
        @WithDefault("all")
        String channels();

        /** The same modems over TLS, on ports of their own. */
        Tls tls();

        /** Off until ports and keystore are set. */
        interface Tls extends TlsKeys {
            /** One for each modem, such as 9201-9208, or 9201- for as many. */
            Optional<String> ports();

            /** The address to listen on, if another than that of the modems. */
            Optional<String> host();
        }
    }

    /** A spool like that of SMS Server Tools: files that are written into it are sent. */
    interface Spool {
        /** With the folders outgoing, checked, sent, failed and incoming; without it there is no spool. */
        Optional<String> directory();

        /** In whose name messages are sent; without an account nothing limits them. */
        Optional<String> account();

        /** Whether a status report is asked for when a file does not say. */
        @WithDefault("on-request")
        SpoolReports reports();

        /** How texts are written into the folder incoming. */
        @WithDefault("iso")
        SpoolCharset charset();
    }

    /** The receiver of event.sh, the script that the firmware of a G8 or G20 runs for each message and call. */
    interface EventSh {
        /** Whether it receives. */
        @WithDefault("false")
        boolean enabled();

        /** From where it receives without credentials: 192.168.2.154, 192.168.2.0/24, … */
        Optional<List<String>> allowedNetworks();

        /** Of texts that are not in UTF-8. */
        @WithDefault("koi8-r")
        FirmwareCharset charset();

        /** Names of channels by the firmware's numbers, for SIMs that no channel of ours has. */
        Map<String, String> channels();
    }

    /** The demonstration: as long as no gateway is configured. */
    interface Demo {
        /** The first TCP port of the simulated channels; 0 takes free ones. */
        @WithDefault("30000")
        int port();
    }
}
