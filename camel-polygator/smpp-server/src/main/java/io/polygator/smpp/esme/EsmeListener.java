package io.polygator.smpp.esme;

/** Hears who comes and goes. Called on an I/O thread: it must not block. */
public interface EsmeListener {

    /** The session is bound and its response written: what waits for it may be delivered. */
    void bound(Esme esme);

    /** The session is gone. Called once after each {@link #bound}. */
    void unbound(Esme esme);

    /** Hears nothing. */
    static EsmeListener none() {
        return new EsmeListener() {
            @Override
            public void bound(Esme esme) {}

            @Override
            public void unbound(Esme esme) {}
        };
    }
}
