package io.polygator.app.check;

import java.util.List;

/** Looks at one part of the installation; opens nothing and connects to nothing. */
interface Check {

    List<Finding> findings();
}
