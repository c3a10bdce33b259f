package io.polygator.app.reflection;

/** What was looked for by name. */
public enum Looked {
    CLASS,
    /** One method; its name follows that of its class. */
    METHOD,
    /** One field; its name follows that of its class. */
    FIELD,
    CONSTRUCTOR,
    /** All methods of a class. */
    METHODS,
    /** All fields of a class, or the components of a record. */
    FIELDS,
    /** All constructors of a class. */
    CONSTRUCTORS,
    /** A file on the class path. */
    RESOURCE,
    /** An object made of interfaces. */
    PROXY,
    /** The implementations of an interface. */
    SERVICE
}
