"""Filing: a reading becomes a plan of named changes, and a plan is applied whole or not at all.

    plan = plan_of(minutebook.read("minutes.pdf"))
    print(*plan.told(), sep="\\n")
    apply(plan, by="the clerk")
"""
