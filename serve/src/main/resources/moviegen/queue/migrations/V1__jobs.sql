create table jobs (
  id text primary key,
  kind text not null,
  request text not null,
  title text not null,
  cast_name text not null,
  parent text,
  priority integer not null,
  state text not null,
  stage text not null default '',
  progress double precision not null default 0,
  millis_left bigint,
  created bigint not null,
  started bigint,
  completed bigint,
  attempt integer not null default 0,
  fence bigint not null default 0,
  worker text,
  lease bigint,
  canceling integer not null default 0,
  error text,
  outputs text not null default '',
  bytes bigint not null default 0,
  favorite integer not null default 0,
  deleted bigint
);

create index jobs_waiting on jobs (state, priority desc, id);

create table events (
  id ${serial},
  job text not null,
  type text not null,
  at bigint not null,
  state text not null,
  stage text not null,
  progress double precision not null,
  millis_left bigint
);

create index events_at on events (at);
