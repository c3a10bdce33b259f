package io.polygator.simulator.module;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.VirtualSim.State;
import io.polygator.simulator.module.Personality.BootLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a module goes through from power to service, and what it says meanwhile. */
final class Startup {
    private final SimulatedModule module;
    private final ModuleSettings settings;
    private final List<Loop.Timer> timers = new ArrayList<>();
    private boolean listening;

    Startup(SimulatedModule module, ModuleSettings settings) {
        this.module = module;
        this.settings = settings;
    }

    /** Whether the module already hears what is typed. */
    boolean isListening() {
        return listening;
    }

    void begin() {
        after(settings.bootTiming().ready(), this::becomeReady);
    }

    /** Everything at once and without a word. */
    void skip() {
        listening = true;
        module.slot().supply(true);
        if (module.slot().state() == State.READY) {
            module.radioPart().registerAtHome();
            module.wakeNetwork();
        }
    }

    void stop() {
        timers.forEach(Loop.Timer::cancel);
        timers.clear();
        listening = false;
    }

    void simUnlocked() {
        searchNetwork();
    }

    void simInserted() {
        after(settings.bootTiming().sim(), this::startSim);
    }

    void searchNetwork() {
        after(settings.bootTiming().registered(), this::findNetwork);
    }

    private void becomeReady() {
        listening = true;
        if (settings.lineSpeed() == LineSpeed.AUTOMATIC
                && settings.personality().knowsAutobaud()) {
            module.uart().forgetSpeed();
        }
        List<BootLine> lines = settings.personality().bootLines();
        module.say(lines.contains(BootLine.START) ? "START" : "RDY");
        after(settings.bootTiming().sim(), this::tellState);
    }

    private void tellState() {
        for (BootLine line : settings.personality().bootLines()) {
            if (line == BootLine.FUNCTIONALITY) {
                module.say("+CFUN: 1");
            } else if (line == BootLine.SIM) {
                startSim();
            }
        }
    }

    private void startSim() {
        module.slot().supply(true);
        State state = module.slot().state();
        module.say(
                switch (state) {
                    case READY -> "+CPIN: READY";
                    case PIN_REQUIRED -> "+CPIN: SIM PIN";
                    case PUK_REQUIRED -> "+CPIN: SIM PUK";
                    case NOT_INSERTED -> withoutSim();
                    case BUSY, BLOCKED -> "+CPIN: NOT READY";
                });
        if (state == State.READY) {
            searchNetwork();
        }
    }

    private String withoutSim() {
        return settings.personality() == Personality.SIM5215 ? "+CME ERROR: SIM failure" : "+CPIN: NOT INSERTED";
    }

    private void findNetwork() {
        if (module.slot().state() == State.READY && module.functionality() == 1) {
            module.radioPart().registerAtHome();
            after(settings.bootTiming().callReady(), this::tellCallReady);
            module.wakeNetwork();
        }
    }

    private void tellCallReady() {
        if (settings.personality().tellsCallReady()) {
            module.say("Call Ready");
        }
    }

    private void after(Duration delay, Runnable step) {
        timers.add(module.loop().schedule(delay, step));
    }
}
