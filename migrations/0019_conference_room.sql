-- What a conference is for, what each point may take and who asked for it, where it is seen, how many have to be there, and
-- the point that is open. Conferences of before were reviews without time boxes.
alter table conference
  add column kind text not null default 'review'
    check (kind in ('initial', 'review', 'emergency', 'lead_handover', 'closure')),
  add column video_url text,
  add column quorum int not null default 1 check (quorum between 1 and 60),
  add column floor_point_id text,
  add column floor_since timestamptz(3),
  add constraint conference_floor_has_its_moment check ((floor_point_id is null) = (floor_since is null));
alter table conference alter column kind drop default, alter column quorum drop default;

update conference set agenda = (
  select coalesce(jsonb_agg(jsonb_build_object('minutes', null, 'askedById', null) || point order by place), '[]')
  from jsonb_array_elements(agenda) with ordinality as points (point, place)
);
