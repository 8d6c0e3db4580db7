package dev.shopmirror.system.fault;

/** What can go wrong underneath. */
enum FaultKind {
    INGEST_KILLED(Faults::killIngest),
    SYNC_KILLED(Faults::killSync),
    SYNC_JOINS_AND_LEAVES(Faults::joinAndLeave),
    BROKER_RESTARTED(Faults::restartBroker),
    DATABASE_RESTARTED(Faults::restartDatabase),
    DATABASE_CRASHED(Faults::crashDatabase),
    TABLE_LOCKED(Faults::lockTable),
    DATABASE_SLOW(Faults::slowDown),
    DATABASE_READ_ONLY(Faults::makeReadOnly),
    DISK_FULL(Faults::fillDisk);

    /** Lets a fault happen and pass. */
    interface Injection {
        void into(Faults faults) throws Exception;
    }

    private final Injection injection;

    FaultKind(Injection injection) {
        this.injection = injection;
    }

    void inject(Faults faults) throws Exception {
        injection.into(faults);
    }
}
