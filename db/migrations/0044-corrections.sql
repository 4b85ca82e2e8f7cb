-- More offences that accompany trafficking.
set role chungtay_owner;

alter table charge drop constraint charge_offence_check;
alter table charge add constraint charge_offence_check check (offence in ('blhs2015.150', 'blhs2015.151', 'blhs2015.152', 'blhs2015.153', 'blhs2015.154', 'blhs2015.296', 'blhs2015.297', 'blhs2015.347', 'blhs2015.348', 'blhs2015.349', 'blhs2015.350', 'blhs2015.327', 'blhs2015.328', 'blhs2015.329', 'blhs2015.141', 'blhs2015.142', 'blhs2015.143', 'blhs2015.144', 'blhs2015.145', 'blhs2015.146', 'blhs2015.147', 'blhs2015.157', 'blhs2015.169', 'blhs2015.170', 'blhs2015.174', 'blhs2015.181', 'blhs2015.324', 'blhs2015.341'));

reset role;
