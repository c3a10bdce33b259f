package io.polygator.gateway.account;

/** The slow check of a secret; a type of its own, so that a test can count the work. */
@FunctionalInterface
interface SecretCheck {

    boolean matches(HashedSecret hashed, String secret);
}
